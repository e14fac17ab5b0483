const strokes: Record<string, string> = {
  home: "M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5",
  plus: "M10 4v12M4 10h12",
  report: "M5 3h7l3 3v11H5zM8 9h5M8 12h5",
  source: "M10 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c.6-3.4 2.8-5 6-5s5.4 1.6 6 5M14 5l3-2M14.5 8H18",
  person: "M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.5 17c.7-4 3-6 6.5-6s5.8 2 6.5 6",
  question: "M4 4h12v9H10l-3.5 3.500V13H4zM8.3 7.200c.2-1.7 3.4-1.7 3.4.2 0 1.2-1.7 1.1-1.7 2.200M10 11.200v.1",
  judge: "M10 3v14M5 17h10M4 6h12M4 6l-2 5h4zM16 6l-2 5h4z",
  incident: "M10 3 2.5 16.500h15zM10 8v4M10 14.200v.1",
  court: "M3 8 10 3.5 17 8zM5 8v6M10 8v6M15 8v6M3 16.500h14",
  money: "M3 6h14v8H3zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM5.5 10h.1M14.5 10h.1",
  network:
    "M10 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM4.5 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM15.5 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 6l-3.5 7M11 6l3.5 7M6.5 15h7",
  timeline: "M3 5h6M7 10h8M11 15h6M3 3v14",
  map: "M3 5l5-2 4 2 5-2v12l-5 2-4-2-5 2zM8 3v12M12 5v12",
  paper: "M4 3h12v14H4zM7 7h6M7 10h6M7 13h3",
  search: "M9 14.500a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4",
  more: "M4.5 10h.1M10 10h.1M15.5 10h.1",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6v4.300l3 1.7",
};

/** A stroke icon; it decorates words and carries no meaning alone. */
export function Icon({ name }: { name: string }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={strokes[name] ?? ""} />
    </svg>
  );
}
