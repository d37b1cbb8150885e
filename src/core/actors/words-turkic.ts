// Offices, forms of address and small words of the Turkic languages and Tajik. Closed lists, in folded spelling.

const offices = new RegExp(
	`^(?:${[
		'preziden|cumhurbaskan|basbakan|baskan|bakan|nazir|vazir|vezir|ministr|prem[iy]?er|sekret|[kg]atib|kotib|vekil|milletvekil',
		'rais|lider|sozcu|sayin|janob|cenab|elci|elchi|ilci|buyukelci|sefir|hokim|hakim|hekim|vali$|orgeneral|marsal',
		'deputat|senator|akademik|professor|prof$|kral|emir$|imam$|seyx|sheyx|shayx|hoca|bey$|xan[iy]m|xonim|han[iy]m',
		'baslyg|baslyk|yolbasc|arkadag|diplomat|spiker|muovin|yardimc|mudir|direktor|rehber|rahbar|kapitan|komandan|mir[sz]a$',
		'раис|вазир|министр|президен|премьер|торага|тораг|басшы|башчы|рахбар|рохбар|пешво|елши|элчи|сафир|хатшы|катчы|котиб',
		'мырза|жаноб|мухтарам|ханым|хоним|устод|шайх|имом|хоким|аким|серепресс|муаллим|муовин|мушовир|вакил|спикер|маршал',
	].join('|')})`,
);

const small = new Set(
	(
		'bu shu su ol ve va we ama amma ammo lakin lekin ancak ayrica biroq bugun dun dunen indi hazir kecha sonra keyin son ' +
		'daha once evvel eger ise hem ile bilen bilan ucun uchun icin onun uning munun bugunku halen nihayet ' +
		'бул бу осы шу ал ва жана жане бирак бирок аммо лекин бугин бугун бугунку кеше кеча кече енди азыр казир эми кейин ' +
		'кийин сунгра онун унинг анын оны аны менен мен билан учун ушин дар ба бо аз ки агар низ хам инчунин хамчунин имруз ' +
		'дируз баъд баад пас зимни хануз вале гуфта тавре барои'
	).split(' '),
);

/** Whether a word in folded spelling is an office or a form of address. */
export function isTurkicOffice(folded: string): boolean {
	return offices.test(folded);
}

/** Whether a word in folded spelling is one that sentences begin with, and no name. */
export function isSmallTurkicWord(folded: string): boolean {
	return small.has(folded);
}
