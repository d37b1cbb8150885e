import assert from 'node:assert/strict';
import { readDateline } from '../../../src/core/seed/dateline';

/** place | agency | author | where the story begins */
function read(text: string): string {
	const dateline = readDateline(text);
	if (!dateline) return 'none';
	const { place, agency, author, end } = dateline;
	const parts = [place, agency, author].map((span) => (span ? text.slice(span.start, span.end) : '-'));
	return [...parts, text.slice(end)].join(' | ');
}

const forms: [string, string][] = [
	['БАКУ /Trend/ – Открылся форум', 'БАКУ | Trend | - | Открылся форум'],
	['BAKU, Azerbaijan, March 5. A forum opened', 'BAKU, Azerbaijan | - | - | A forum opened'],
	['МОСКВА, 12 янв — РИА Новости. Открылся форум', 'МОСКВА | РИА Новости | - | Открылся форум'],
	['ТАШКЕНТ, 5 марта. /УзА/. Открылся форум', 'ТАШКЕНТ | УзА | - | Открылся форум'],
	['ASTANA – A forum opened', 'ASTANA | - | - | A forum opened'],
	['АСТАНА. КАЗИНФОРМ – Открылся форум', 'АСТАНА | КАЗИНФОРМ | - | Открылся форум'],
	['NUR-SULTAN. KAZINFORM A forum opened', 'NUR-SULTAN | KAZINFORM | - | A forum opened'],
	['MOSCOW, April 9. /TASS/. A forum opened', 'MOSCOW | TASS | - | A forum opened'],
	['Samarkand, Uzbekistan (UzDaily.com) -- A forum opened', 'Samarkand, Uzbekistan | UzDaily.com | - | A forum opened'],
	['ANKARA (AA) - Forum açıldı', 'ANKARA | AA | - | Forum açıldı'],
	['Bakı. 12 fevral. REPORT.AZ/ Forum açılıb', 'Bakı | REPORT.AZ | - | Forum açılıb'],
	['БИШКЕК, 30-май — Sputnik. Форум ачылды', 'БИШКЕК | Sputnik | - | Форум ачылды'],
	['Алматы. 5 наурыз. ҚазАқпарат – Форум ашылды', 'Алматы | ҚазАқпарат | - | Форум ашылды'],
	['ДУШАНБЕ, 07.10.2021 /АМИТ «Ховар»/. Форум кушода шуд', 'ДУШАНБЕ | АМИТ «Ховар» | - | Форум кушода шуд'],
	['Aşgabat, 13-nji mart. TDH. Forum açyldy', 'Aşgabat | TDH | - | Forum açyldy'],
	['ТОШКЕНТ, 14 ноя – Sputnik. Форум очилди', 'ТОШКЕНТ | Sputnik | - | Форум очилди'],
	[
		'Бишкек, 16.07.21. /Анара Токтосунова – Кабар/. Открылся форум',
		'Бишкек | Кабар | Анара Токтосунова | Открылся форум',
	],
	['ВЕНА, 3 мая. /Корр. ТАСС Олег Смирнов/. Открылся форум', 'ВЕНА | ТАСС | Олег Смирнов | Открылся форум'],
	['09:15, 3 мая 2022, Ош - 24.kg, Айгуль САДЫКОВА', 'Ош | 24.kg | Айгуль САДЫКОВА | '],
];

const others = [
	'',
	'16 ноября в столице открылся форум.',
	'ЮНЕСКО – организация Объединённых Наций по вопросам образования.',
	'США — Россия: о чём договорились стороны',
	'Президент Академии (Иван Петров) прибыл в город.',
	'Организация (ООН) сообщила о встрече.',
	'Сегодня, 5 марта. Он приехал утром.',
	'В понедельник, 5 марта, открылся форум.',
	'Иванов: мы готовы',
	'On March 5, Astana hosted a forum.',
	'baku /Trend/ – lower case',
];

describe('readDateline', () => {
	for (const [text, expected] of forms) it(`reads “${text}”`, () => assert.equal(read(text), expected));

	it('finds none where a sentence merely begins', () => {
		for (const text of others) assert.equal(read(text), 'none', text);
	});

	it('reads a non-breaking space like any other', () => {
		assert.equal(read('БАКУ\u00a0/Trend/\u00a0–\u00a0Открылся форум'), 'БАКУ | Trend | - | Открылся форум');
	});
});
