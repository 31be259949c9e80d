// A picture of a screen as a PNG of at most 256 colours (PNG, third edition, 11.2.2): a third of its bytes.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/** The chunks of a PNG, by type; those of one type are joined. */
const chunksOf = (png) => {
  const found = new Map();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    found.set(type, found.has(type) ? Buffer.concat([found.get(type), data]) : data);
    at += 12 + length;
  }
  return found;
};

const paeth = (a, b, c) => {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** The samples of an 8-bit PNG without interlacing, its filters taken off. */
const samplesOf = (packed, width, height, channels) => {
  const bytes = width * channels;
  const samples = Buffer.alloc(bytes * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (bytes + 1)];
    for (let x = 0; x < bytes; x += 1) {
      const at = y * bytes + x;
      const a = x >= channels ? samples[at - channels] : 0;
      const b = y > 0 ? samples[at - bytes] : 0;
      const c = x >= channels && y > 0 ? samples[at - bytes - channels] : 0;
      const guess = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter];
      samples[at] = (packed[y * (bytes + 1) + 1 + x] + guess) & 255;
    }
  }
  return samples;
};

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** The same picture with its 256 commonest colours; each other becomes the nearest of them. */
export const smallPng = (png) => {
  const chunks = chunksOf(png);
  const header = chunks.get('IHDR');
  const [width, height, kind] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]];
  const channels = kind === 6 ? 4 : 3;
  const samples = samplesOf(inflateSync(chunks.get('IDAT')), width, height, channels);
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at += 1) {
    const from = at * channels;
    // Edges of letters have hundreds of near greys: the lowest bits of each are not seen.
    const [r, g, b] = [samples[from], samples[from + 1], samples[from + 2]].map((v) =>
      v > 251 ? 255 : v & 0xf8,
    );
    colours[at] = (r << 16) | (g << 8) | b;
    counts.set(colours[at], (counts.get(colours[at]) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 256)
    .map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const far = (a, b) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
  const placeOf = (colour) => {
    if (!places.has(colour))
      places.set(
        colour,
        palette.reduce((best, one, at) => (far(one, colour) < far(palette[best], colour) ? at : best), 0),
      );
    return places.get(colour);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let at = 0; at < colours.length; at += 1) rows[at + Math.floor(at / width) + 1] = placeOf(colours[at]);
  const head = Buffer.from(header);
  head[8] = 8;
  head[9] = 3;
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
