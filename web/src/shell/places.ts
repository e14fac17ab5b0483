/** One screen of an investigation, as the menu, the keys and the finder know it. */
export interface Place {
  id: string;
  path: string;
  group: "home" | "material" | "who" | "what" | "picture" | "paper";
  icon: string;
  /** With Alt it leads here. */
  key?: string;
}

export const places: readonly Place[] = [
  { id: "home", path: "", group: "home", icon: "home", key: "h" },
  { id: "add", path: "/add", group: "material", icon: "plus", key: "a" },
  { id: "reports", path: "/reports", group: "material", icon: "report", key: "r" },
  { id: "sources", path: "/sources", group: "material", icon: "source" },
  { id: "persons", path: "/persons", group: "who", icon: "person", key: "p" },
  { id: "questions", path: "/questions", group: "who", icon: "question", key: "q" },
  { id: "judgements", path: "/judgements", group: "who", icon: "judge", key: "j" },
  { id: "incidents", path: "/incidents", group: "what", icon: "incident", key: "i" },
  { id: "proceedings", path: "/proceedings", group: "what", icon: "court", key: "c" },
  { id: "payments", path: "/payments", group: "what", icon: "money" },
  { id: "network", path: "/network", group: "picture", icon: "network", key: "n" },
  { id: "timeline", path: "/timeline", group: "picture", icon: "timeline", key: "t" },
  { id: "provinces", path: "/provinces", group: "picture", icon: "map", key: "m" },
  { id: "briefs", path: "/briefs", group: "paper", icon: "paper", key: "b" },
];
