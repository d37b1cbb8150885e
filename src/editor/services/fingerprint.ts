// A short name for a long text, by what it says.

/** Some 53 bits, as letters and digits: two FNV-1a over UTF-16 units. Source: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function fingerprint(text: string): string {
	let [first, second] = [0x811c9dc5, 0x9e3779b1];
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		first = Math.imul(first ^ unit, 0x01000193);
		second = Math.imul(second ^ unit, 0x85ebca6b);
		second ^= second >>> 13;
	}
	return (first >>> 0).toString(36) + ((second >>> 11) >>> 0).toString(36).padStart(5, '0');
}
