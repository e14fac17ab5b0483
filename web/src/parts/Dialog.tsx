import { Modal, type ModalProps } from "@mantine/core";
import { useSpeech } from "./words";

/** A dialogue whose closing cross has a name. */
export function Dialog(props: ModalProps) {
  const { t } = useSpeech();
  return <Modal closeButtonProps={{ "aria-label": t("common.close") }} {...props} />;
}
