import { Chip, createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from "@mantine/core";

const petrol: MantineColorsTuple = [
  "#e9f3f4",
  "#d3e5e7",
  "#a6cacf",
  "#77aeb6",
  "#5197a1",
  "#388994",
  "#22707c",
  "#1c5c66",
  "#174c55",
  "#0f3a41",
];

/** What the component library is told of the look; everything else is in styles/. */
export const theme = createTheme({
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 4 },
  colors: { petrol },
  fontFamily: '"IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, sans-serif',
  headings: { fontFamily: '"IBM Plex Sans", "IBM Plex Sans Arabic", system-ui, sans-serif', fontWeight: "600" },
  defaultRadius: "sm",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.125rem" },
  cursorType: "pointer",
  respectReducedMotion: true,
  autoContrast: true,
  luminanceThreshold: 0.2, // white on the petrol of the dark look would be too pale to read
  // The library picks the letters of a filled button for the light look; these follow the look.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    return input.variant === "filled" && (!input.color || input.color === "petrol")
      ? { ...colors, color: "var(--mantine-primary-color-contrast)" }
      : colors;
  },
  components: {
    Button: { defaultProps: { size: "xs" } },
    Chip: Chip.extend({ vars: () => ({ root: { "--chip-color": "var(--mantine-primary-color-contrast)" } }) }),
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", checkIconPosition: "right" } },
    Tooltip: { defaultProps: { openDelay: 300, multiline: true, maw: 360 } },
  },
});
