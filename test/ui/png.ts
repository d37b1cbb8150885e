// Makes screenshots small: the same picture with a palette of at most 256 colours. Text and flat areas lose nothing
// that an eye could see, and the file is a third of what the browser writes.
import { deflateSync, inflateSync } from 'node:zlib';

interface Pixels {
	readonly width: number;
	readonly height: number;
	/** Red, green, blue; row by row. */
	readonly rgb: Uint8Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Takes an 8-bit RGB or RGBA PNG without interlacing, as browsers write them. */
export function shrinkPng(png: Buffer): Buffer {
	const pixels = decode(png);
	for (let shift = 0; ; shift++) {
		const paletted = reduce(pixels.rgb, shift);
		if (paletted) return encode(pixels, paletted);
	}
}

function decode(png: Buffer): Pixels {
	const data: Buffer[] = [];
	let [width, height, channels] = [0, 0, 3];
	for (let at = signature.length; at < png.length; ) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		const body = png.subarray(at + 8, at + 8 + length);
		if (type === 'IHDR') {
			[width, height, channels] = [body.readUInt32BE(0), body.readUInt32BE(4), body[9] === 6 ? 4 : 3];
		} else if (type === 'IDAT') data.push(body);
		at += length + 12;
	}
	return {
		width,
		height,
		rgb: withoutAlpha(unfilter(inflateSync(Buffer.concat(data)), width * channels, channels), channels),
	};
}

/** Undoes the row filters of the PNG specification (section 9). */
function unfilter(raw: Buffer, stride: number, step: number): Uint8Array {
	const rows = raw.length / (stride + 1);
	const out = new Uint8Array(rows * stride);
	for (let row = 0; row < rows; row++) {
		const filter = raw[row * (stride + 1)] ?? 0;
		for (let x = 0; x < stride; x++) {
			const at = row * stride + x;
			const left = x >= step ? out[at - step]! : 0;
			const up = row > 0 ? out[at - stride]! : 0;
			const corner = row > 0 && x >= step ? out[at - stride - step]! : 0;
			const guess = [0, left, up, (left + up) >> 1, filter === 4 ? paeth(left, up, corner) : 0][filter] ?? 0;
			out[at] = raw[row * (stride + 1) + 1 + x]! + guess;
		}
	}
	return out;
}

function paeth(left: number, up: number, corner: number): number {
	const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
	if (a <= b && a <= c) return left;
	return b <= c ? up : corner;
}

function withoutAlpha(data: Uint8Array, channels: number): Uint8Array {
	if (channels === 3) return data;
	const rgb = new Uint8Array((data.length / 4) * 3);
	for (let pixel = 0; pixel < data.length / 4; pixel++) rgb.set(data.subarray(pixel * 4, pixel * 4 + 3), pixel * 3);
	return rgb;
}

interface Paletted {
	readonly palette: number[];
	readonly indexes: Uint8Array;
}

/**
 * Colours that agree but for their lowest `shift` bits share an entry, the commonest of them, so that backgrounds stay
 * exact. Undefined when more than 256 are left.
 */
function reduce(rgb: Uint8Array, shift: number): Paletted | undefined {
	const count = new Map<number, number>();
	for (let at = 0; at < rgb.length; at += 3) {
		const colour = (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!;
		count.set(colour, (count.get(colour) ?? 0) + 1);
	}
	const bucket = (colour: number) =>
		((colour >> (16 + shift)) << 16) | ((((colour >> 8) & 255) >> shift) << 8) | ((colour & 255) >> shift);
	const entries = new Map<number, { index: number; colour: number; uses: number }>();
	for (const [colour, uses] of count) {
		const entry = entries.get(bucket(colour));
		if (!entry) entries.set(bucket(colour), { index: entries.size, colour, uses });
		else if (uses > entry.uses) Object.assign(entry, { colour, uses });
		if (entries.size > 256) return undefined;
	}
	const indexes = new Uint8Array(rgb.length / 3);
	for (let pixel = 0; pixel < indexes.length; pixel++) {
		const colour = (rgb[pixel * 3]! << 16) | (rgb[pixel * 3 + 1]! << 8) | rgb[pixel * 3 + 2]!;
		indexes[pixel] = entries.get(bucket(colour))!.index;
	}
	const palette = [...entries.values()].flatMap(({ colour }) => [colour >> 16, (colour >> 8) & 255, colour & 255]);
	return { palette, indexes };
}

function encode({ width, height }: Pixels, { palette, indexes }: Paletted): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	const rows = Buffer.alloc(height * (width + 1));
	for (let row = 0; row < height; row++)
		rows.set(indexes.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
	const data = deflateSync(rows, { level: 9 });
	return Buffer.concat([
		signature,
		chunk('IHDR', header),
		chunk('PLTE', Buffer.from(palette)),
		chunk('IDAT', data),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, body: Buffer): Buffer {
	const typed = Buffer.concat([Buffer.from(type, 'latin1'), body]);
	const frame = Buffer.alloc(typed.length + 8);
	frame.writeUInt32BE(body.length, 0);
	frame.set(typed, 4);
	frame.writeUInt32BE(crc32(typed), typed.length + 4);
	return frame;
}

/** The checksum of the PNG specification (annex D). Node's own came only with 20.15. */
function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return (crc ^ 0xffffffff) >>> 0;
}
