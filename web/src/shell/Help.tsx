import { keyName } from "../actions/ActionButton";
import { useAllActions } from "../actions/registry";
import { useSpeech } from "../parts/words";

/** Every key that does something now, and what the marks on the screens mean. */
export function Help() {
  const { t } = useSpeech();
  const actions = useAllActions().filter((a) => a.keys?.length);
  const groups = [...new Set(actions.map((a) => a.group ?? "here"))].sort((a, b) => order(a) - order(b));
  return (
    <div className="help">
      {groups.map((g) => (
        <section key={g}>
          <h3>{t(`help.group.${g}`)}</h3>
          <dl className="help-keys">
            {actions
              .filter((a) => (a.group ?? "here") === g)
              .map((a) => (
                <div key={a.id}>
                  <dt>
                    {a.keys?.map((k) => (
                      <kbd key={k} className="key">
                        {keyName(k)}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{t(a.label)}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <section>
        <h3>{t("help.rules")}</h3>
        <ul className="help-rules">
          {["match", "name", "lines", "contradiction", "outcome", "kin"].map((k) => (
            <li key={k}>{t(`help.rule.${k}`)}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function order(group: string): number {
  return ["here", "shell", "go"].indexOf(group);
}
