// Git's name for a file's content, without git.
import { createHash } from 'node:crypto';

/** First 8 hex digits of the blob id. Source: a blob's id is the SHA-1 of `blob <length>\0` and its content. */
export function seenOf(bytes: Uint8Array): string {
	return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex').slice(0, 8);
}
