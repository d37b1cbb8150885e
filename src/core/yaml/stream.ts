// The stream of a file's tokens: one document, with `%YAML 1.2` and `---` before it and `...` after it where they are written.
import type { CST } from 'yaml';
import { Composer, type ReportSyntax } from './compose';
import type { YamlNode } from './nodes';

/** Takes the parser's tokens one by one. */
export class DocumentReader {
	readonly #composer: Composer;
	readonly #report: ReportSyntax;
	#directive: CST.Token | undefined;
	#contents: YamlNode | undefined;
	#hasEnd = false;
	#isOver = false;

	constructor(text: string, report: ReportSyntax) {
		this.#composer = new Composer(text, report);
		this.#report = report;
	}

	/** Whether a second document has begun: nothing more is read. */
	get isOver(): boolean {
		return this.#isOver;
	}

	next(token: CST.Token): void {
		switch (token.type) {
			case 'byte-order-mark':
			case 'space':
			case 'comment':
			case 'newline':
				return;
			case 'directive':
				if (this.#directive || this.#contents || !/^%YAML[ \t]+1\.2$/.test(token.source))
					this.#composer.unexpected(token);
				this.#directive = token;
				return;
			case 'document':
				if (this.#contents) this.#endAt(token.offset);
				else this.#contents = this.#composer.document(token, this.#directive !== undefined);
				return;
			case 'doc-end':
				if (!this.#contents || this.#hasEnd) this.#composer.unexpected(token);
				this.#hasEnd = true;
				this.#composer.after(token.end, token.offset + token.source.length);
				return;
			default:
				this.#composer.unexpected(token);
		}
	}

	/** What the file holds; undefined where there is nothing but comments. */
	end(): YamlNode | undefined {
		if (this.#directive && !this.#contents) this.#composer.unexpected(this.#directive);
		return this.#contents;
	}

	#endAt(offset: number): void {
		this.#report('yaml/syntax', { start: offset, end: offset }, 'a second document');
		this.#isOver = true;
	}
}
