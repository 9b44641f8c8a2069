type Rgb = [number, number, number];

/** The council's colour, darkened as far as white text on it needs (WCAG 1.4.3: 4.5 to 1), and pale tints of it. */
export function brandFrom(colour: string): { colour: string; surface: string; border: string } {
  let rgb = parse(colour);
  while (contrastWithWhite(rgb) < 4.5) rgb = rgb.map((part) => Math.floor(part * 0.95)) as Rgb;
  return { colour: print(rgb), surface: print(tint(rgb, 0.04)), border: print(tint(rgb, 0.45)) };
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio with white as the lighter of the two. */
export function contrastWithWhite(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

export function parse(colour: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as Rgb;
}

function print(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function tint(rgb: Rgb, strength: number): Rgb {
  return rgb.map((part) => 255 - (255 - part) * strength) as Rgb;
}
