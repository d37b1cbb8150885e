import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findParagraphs } from '../../../src/core/seed/paragraphs';
import { findQuotations } from '../../../src/core/seed/quotations';

const quotations = (text: string) => findQuotations(text, findParagraphs(text));
const quoted = (text: string) => quotations(text).map(({ start, end }) => text.slice(start, end));

function speakers(text: string): (string | undefined)[] {
	return quotations(text).map(({ speaker }) => {
		if (speaker) assert.equal(text.slice(speaker.start, speaker.end), speaker.text);
		return speaker?.text;
	});
}

describe('findQuotations', () => {
	it('pairs every kind of mark', () => {
		assert.deepEqual(quoted('a «b c» d'), ['«b c»']);
		assert.deepEqual(quoted('a “b c” d'), ['“b c”']);
		assert.deepEqual(quoted('a „b c“ d'), ['„b c“']);
		assert.deepEqual(quoted('a "b c" d'), ['"b c"']);
		assert.deepEqual(quoted('a “b c“ d'), ['“b c“']);
		assert.deepEqual(quoted('a ”b c” d'), ['”b c”']);
	});

	it('nests them, alike and unlike', () => {
		assert.deepEqual(quoted('«a «b» c»'), ['«a «b» c»', '«b»']);
		assert.deepEqual(quoted('«a "b" c»'), ['«a "b" c»', '"b"']);
		assert.deepEqual(quoted('about "a "b c": d, e", f'), ['"a "b c": d, e"', '"b c"']);
	});

	it('lets one closing mark serve two', () => {
		assert.deepEqual(quoted('Firm «Ltd «Horns» said so.'), ['«Ltd «Horns»', '«Horns»']);
	});

	it('takes letters right behind the closing mark for an ending', () => {
		assert.deepEqual(quoted('"Report"un xəbərinə görə "Xəzər"də iş var'), ['"Report"', '"Xəzər"']);
	});

	it('leaves apostrophes and inches alone', () => {
		assert.deepEqual(quoted("It's the farmers' 17\" screen, O'zbekiston o'g'li"), []);
		assert.deepEqual(quoted('He paid for "all of 2018" and left.'), ['"all of 2018"']);
	});

	it('follows a quotation over paragraphs, opened anew or not', () => {
		assert.deepEqual(quoted('“One.\n\n“Two.\n\n“Three,” he said.').length, 1);
		assert.deepEqual(quoted('«One.\n\nTwo», said Adams.'), ['«One.\n\nTwo»']);
	});

	it('ends an unclosed one with its paragraph', () => {
		assert.deepEqual(quoted('He said «one and went.\n\nThen «two» came.'), ['«one and went.', '«two»']);
	});

	it('names nobody for a title or a name in marks', () => {
		assert.deepEqual(speakers('Партия «Новый путь» заявила о победе.'), [undefined]);
		assert.deepEqual(speakers('Агентство «Ховар» сообщило о встрече.'), [undefined]);
	});

	it('names nobody where the text has a pronoun or a paper', () => {
		assert.deepEqual(speakers('«Мы начнём завтра утром», — сказал он.'), [undefined]);
		assert.deepEqual(speakers('"We will begin tomorrow," he concluded.'), [undefined]);
		assert.deepEqual(speakers('«Мы начнём завтра утром», — говорится в сообщении.'), [undefined]);
	});

	const after: [string, string][] = [
		['«Мы начнём завтра», — сказал Олег Смирнов.', 'Олег Смирнов'],
		['«Мы начнём завтра», - отметил О. Смирнов.', 'О. Смирнов'],
		['«Мы начнём завтра», — добавил заместитель министра в ходе брифинга.', 'заместитель министра'],
		['«Мы начнём завтра», — рассказал в беседе с изданием политолог Олег Смирнов.', 'Олег Смирнов'],
		['"We will begin tomorrow," Mallory recalled.', 'Mallory'],
		['"We will begin tomorrow," said Jane Mallory, the mayor.', 'Jane Mallory'],
		['"We will begin tomorrow," the official explained.', 'the official'],
		['"Biz sabah başlayırıq", - deyə nazir Aygün Səfərli bildirib.', 'nazir Aygün Səfərli'],
		['“Biz ertaga boshlaymiz”, — dedi Dilshod Obidov.', 'Dilshod Obidov'],
		["“Biz ertaga boshlaymiz”, – deya ta'kidladi Dilshod Obidov.", 'Dilshod Obidov'],
		['«Біз ертең бастаймыз», — деді Арман Сейітов.', 'Арман Сейітов'],
		['«Биз эртең баштайбыз», — деп жазган өлкө башчы.', 'өлкө башчы'],
		['«Мо пагоҳ оғоз мекунем», — гуфт Фирдавс Раҳимов.', 'Фирдавс Раҳимов'],
	];
	for (const [text, name] of after)
		it(`finds the speaker behind: ${text}`, () => assert.deepEqual(speakers(text), [name]));

	const before: [string, string][] = [
		['Министр заявил: «Мы начнём завтра».', 'Министр'],
		['В свою очередь министр труда Олег Смирнов отметил: «Мы начнём завтра».', 'министр труда Олег Смирнов'],
		['Смирнов: «Мы начнём завтра утром»', 'Смирнов'],
		['The minister said: "We will begin tomorrow."', 'The minister'],
		['According to Jane Mallory, "there is much to be done".', 'Jane Mallory'],
		['По словам Олега Смирнова, «работа начнётся завтра утром».', 'Олега Смирнова'],
		['Bakan Yılmaz, "Yarın sabah başlıyoruz" dedi.', 'Bakan Yılmaz'],
	];
	for (const [text, name] of before)
		it(`finds the speaker before: ${text}`, () => assert.deepEqual(speakers(text), [name]));

	it('finds the speaker in the middle', () => {
		assert.deepEqual(speakers('«Мы готовы, — сказал Смирнов, — и начнём завтра».'), ['Смирнов']);
		assert.deepEqual(speakers('"We are ready," Mallory said. "We begin tomorrow."'), ['Mallory', 'Mallory']);
	});

	it('gives spans inside the text, outer before inner, whatever the text', () => {
		const unit = fc.constantFrom(
			'«',
			'»',
			'"',
			'“',
			'”',
			'„',
			'a',
			'Б',
			' ',
			'.',
			',',
			'—',
			'\n\n',
			' сказал ',
			' said ',
			'\ud800',
		);
		fc.assert(
			fc.property(fc.string({ unit, maxLength: 200 }), (text) => {
				let last = -1;
				for (const { start, end, speaker } of quotations(text)) {
					assert.ok(start > last && end > start && end <= text.length);
					if (speaker) assert.equal(text.slice(speaker.start, speaker.end), speaker.text);
					last = start;
				}
			}),
		);
	});
});
