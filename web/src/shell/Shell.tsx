import {
  ActionIcon,
  AppShell,
  Burger,
  Button,
  Menu,
  SegmentedControl,
  TextInput,
  useMantineColorScheme,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import { keyName } from "../actions/ActionButton";
import type { Action } from "../actions/action";
import { useActions } from "../actions/registry";
import { useGet } from "../api/client";
import { type Language, setLanguage } from "../i18n";
import { Dialog } from "../parts/Dialog";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";
import { Finder } from "./Finder";
import { Help } from "./Help";
import { Icon } from "./Icon";
import { places } from "./places";

/** The frame around every screen: where one is, where one can go, as of when, in which language. */
export function Shell({ children }: { children: ReactNode }) {
  const { t, language } = useSpeech();
  const { inv } = useView();
  const to = useTo();
  const [location, go] = useLocation();
  const [open, nav] = useDisclosure(false);
  const [help, helping] = useDisclosure(false);
  const [find, finding] = useDisclosure(false);
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const session = useGet("/api/session");

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes the menu
  useEffect(() => {
    nav.close();
    window.scrollTo(0, 0);
  }, [location]);

  const actions = useMemo<Action[]>(() => {
    const other: Language = language === "ar" ? "en" : "ar";
    const all: Action[] = [
      { id: "help", label: "action.help", keys: ["?"], group: "shell", run: helping.open },
      { id: "language", label: "action.language", group: "shell", run: () => void setLanguage(other) },
      { id: "light", label: "action.light", group: "shell", run: () => setColorScheme("light") },
      { id: "dark", label: "action.dark", group: "shell", run: () => setColorScheme("dark") },
      { id: "auto", label: "action.auto", group: "shell", run: () => setColorScheme("auto") },
    ];
    if (inv) {
      all.push({ id: "find", label: "action.find", keys: ["/", "mod+k"], group: "shell", run: finding.open });
      for (const p of places) {
        all.push({
          id: `go.${p.id}`,
          label: `nav.${p.id}`,
          keys: p.key ? [`alt+${p.key}`] : undefined,
          group: "go",
          run: () => go(to(p.path)),
        });
      }
    }
    return all;
  }, [language, inv, helping.open, finding.open, setColorScheme, go, to]);
  useActions(actions);

  return (
    <AppShell
      header={{ height: 48 }}
      navbar={inv ? { width: 208, breakpoint: "md", collapsed: { mobile: !open } } : undefined}
      padding={0}
    >
      <AppShell.Header className="top">
        {inv ? (
          <Burger opened={open} onClick={nav.toggle} hiddenFrom="md" size="sm" aria-label={t("shell.menu")} />
        ) : null}
        <Link href="/" className="brand" title={t("shell.allInvestigations")}>
          <span className="brand-mark" aria-hidden="true" />
          <span>{t("shell.name")}</span>
        </Link>
        {inv ? (
          <>
            <Link href={to("")} className="top-inv">
              <Value>{inv}</Value>
            </Link>
            <button type="button" className="top-find" onClick={finding.open}>
              <Icon name="search" />
              <span>{t("shell.find")}</span>
              <kbd className="key">{keyName("/")}</kbd>
            </button>
          </>
        ) : (
          <span className="top-gap" />
        )}
        {inv ? <AsOfPicker /> : null}
        <SegmentedControl
          size="xs"
          className="top-language"
          aria-label={t("shell.language")}
          value={language}
          onChange={(l) => void setLanguage(l as Language)}
          data={[
            { value: "en", label: "EN" },
            { value: "ar", label: "ع" },
          ]}
        />
        <Menu position="bottom-end" shadow="md" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={t("shell.more")}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              {t("shell.user")}: <Value>{session.data?.user ?? "…"}</Value>
            </Menu.Label>
            {(["light", "dark", "auto"] as const).map((s) => (
              <Menu.Item key={s} onClick={() => setColorScheme(s)} rightSection={colorScheme === s ? "✓" : undefined}>
                {t(`action.${s}`)}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={helping.open} rightSection={<kbd className="key">?</kbd>}>
              {t("action.help")}
            </Menu.Item>
            <Menu.Item component={Link} href="/audit">
              {t("nav.audit")}
            </Menu.Item>
            <Menu.Item component={Link} href="/">
              {t("shell.allInvestigations")}
            </Menu.Item>
            <Menu.Label>{t("shell.version", { version: session.data?.version ?? "" })}</Menu.Label>
          </Menu.Dropdown>
        </Menu>
      </AppShell.Header>
      {inv ? (
        <AppShell.Navbar className="side">
          <Side />
        </AppShell.Navbar>
      ) : null}
      <AppShell.Main>
        {inv ? <Banners /> : null}
        <main className="main">{children}</main>
      </AppShell.Main>
      <Dialog opened={help} onClose={helping.close} title={t("help.title")} size="lg">
        <Help />
      </Dialog>
      {inv ? <Finder opened={find} close={finding.close} /> : null}
    </AppShell>
  );
}

function Side() {
  const { t, number } = useSpeech();
  const to = useTo();
  const [location] = useLocation();
  const home = useGet("/api/i/{inv}");
  const waiting = home.data?.questions ?? 0;
  const groups = [...new Set(places.map((p) => p.group))];
  return (
    <nav aria-label={t("shell.menu")}>
      {groups.map((g) => (
        <div key={g} className="side-group">
          {g === "home" ? null : <div className="side-title">{t(`nav.group.${g}`)}</div>}
          {places
            .filter((p) => p.group === g)
            .map((p) => {
              const href = to(p.path);
              const here = p.path === "" ? location === href : location === href || location.startsWith(`${href}/`);
              return (
                <Link
                  key={p.id}
                  href={href}
                  className={here ? "side-link here" : "side-link"}
                  aria-current={here ? "page" : undefined}
                >
                  <Icon name={p.icon} />
                  <span>{t(`nav.${p.id}`)}</span>
                  {p.id === "questions" && waiting > 0 ? <span className="side-count">{number(waiting)}</span> : null}
                </Link>
              );
            })}
        </div>
      ))}
    </nav>
  );
}

function AsOfPicker() {
  const { t, date } = useSpeech();
  const { day, setDay } = useView();
  const [open, menu] = useDisclosure(false);
  const [draft, setDraft] = useState(day);
  return (
    <>
      <Button
        variant={day ? "filled" : "subtle"}
        color={day ? "yellow" : "gray"}
        className="top-asof"
        onClick={menu.open}
      >
        <Icon name="clock" />
        <span className="top-asof-text">{day ? date(day) : t("asOf.now")}</span>
      </Button>
      <Dialog opened={open} onClose={menu.close} title={t("asOf.title")} size="sm">
        <form
          onSubmit={(e) => {
            e.preventDefault();
            setDay(draft);
            menu.close();
          }}
        >
          <p className="note">{t("asOf.help")}</p>
          <TextInput
            type="date"
            label={t("asOf.day")}
            value={draft}
            max={new Date().toISOString().slice(0, 10)}
            onChange={(e) => setDraft(e.currentTarget.value)}
            data-autofocus
          />
          <div className="form-actions">
            <Button type="submit" variant="filled" disabled={!draft}>
              {t("asOf.show")}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setDraft("");
                setDay("");
                menu.close();
              }}
            >
              {t("asOf.toNow")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}

function Banners() {
  const { t, date } = useSpeech();
  const { day, setDay } = useView();
  const home = useGet("/api/i/{inv}");
  return (
    <>
      {home.data?.investigation.demo ? <div className="banner banner-demo">{t("shell.demo")}</div> : null}
      {day ? (
        <div className="banner banner-asof" role="status">
          <span>{t("asOf.banner", { date: date(day) })}</span>
          <button type="button" className="link-button" onClick={() => setDay("")}>
            {t("asOf.toNow")}
          </button>
        </div>
      ) : null}
    </>
  );
}
