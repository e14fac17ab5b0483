/** Words of sources for types of incident, in either language, and the code that labels them. */
const incidentWords: Record<string, string> = {
  execution: "public_execution",
  إعدام: "public_execution",
  خطف: "kidnapping",
  اختطاف: "kidnapping",
  ابتزاز: "extortion",
  هجوم: "attack",
  هدم: "destruction",
  تعذيب: "torture",
  تهجير: "displacement",
  تفجير: "bombing",
  قتل: "killing",
  مجزرة: "massacre",
  مخطط: "failed_plot",
  plot: "failed_plot",
};

/** The code of a type of incident: sources name the same type in two languages. */
export function incidentType(word: string): string {
  return incidentWords[word] ?? word;
}

export const sourceKinds = [
  "resident",
  "officer",
  "agency",
  "outlet",
  "court",
  "organization",
  "document",
  "list",
] as const;

export const accesses = ["saw_it", "told_by_witness", "rumour", "document", "inference"] as const;

/** Whether sources of this kind are persons whose identity is protected. */
export function isProtected(kind: string): boolean {
  return kind === "resident" || kind === "officer";
}

/** Whether s can be the code of a protected source, such as SRC-0142. */
export function isSourceCode(s: string): boolean {
  return /^[A-Z]+(-[A-Z]+)*-[0-9]+$/.test(s);
}
