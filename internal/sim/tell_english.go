package sim

var english = phrasebook{
	// How a resident knows.
	"frame.saw":    {"from what I saw myself, ", "I was there and can say that ", "with my own eyes I saw it: ", "I am certain of this: ", "I know from my own street that "},
	"frame.told":   {"according to my cousin, ", "a neighbour who was present told me that ", "my brother-in-law says that ", "as the man who sells fuel told me, ", "from what a relative told us, ", "the women of the quarter told my wife that "},
	"frame.rumour": {"people in the market say that ", "word went round that ", "there is talk here, which I cannot check: ", "I only heard it in the tea house: "},

	// A resident's opening, daily life, closing.
	"open.statement": {
		"I have lived in {town} all my life and I give this statement freely", "my family left {town} during those years and came back later",
		"I am asked what I know about the men of {group} and I will say it", "this is what I remember, though some dates may be off by a few days",
		"I ask that my name is not written anywhere", "I worked near {town} in those years and I saw a good deal", "I speak only of what concerns our quarter",
		"thank you for sitting with me; I was afraid to speak before", "I came to the office today because my mother asked me to",
	},
	"life": {
		"in those days nobody left the house after sunset", "the price of flour went up every week", "our well dried up that summer and we bought water from tankers",
		"we had no telephone line for months", "my youngest son was ill and the clinic was closed", "I used to keep sheep but they were all sold",
		"the bridge was closed and we crossed by boat", "nobody paid salaries and we lived from the orchard", "even now I do not sleep well when I think about it",
		"I have nothing against any tribe", "the school opened again only after two years", "we were allowed to fish on some mornings", "some of the people I knew have emigrated since",
	},
	"close.statement": {
		"that is all I know", "I am ready to repeat this before a judge", "I do not want my name to be used", "I have not been promised anything for this statement",
		"if I remember more I will come back", "I signed with my thumb because I cannot write", "please do not call me on the telephone",
	},
	"open.hearsay": {
		"I did not see any of this myself; it was told to me last week", "a man who had spoken with the officials repeated to me what he had said to them",
		"what follows I have from others, who have it from one man", "in our guest room somebody told this story and I pass it on",
	},
	"close.hearsay":    {"I cannot say who told it first", "everybody here repeats it in the same words", "ask the one who saw it, not me"},
	"open.correction":  {"I wish to correct what was written down earlier", "in the earlier report there was a mistake", "after asking again I take back part of what I said", "a correction to our earlier report is needed"},
	"why.correction":   {"I confused him with another man", "the one who told me has admitted that he was guessing", "there was an old quarrel over land, and I believed what I was told", "the name was read wrongly from a list"},
	"close.correction": {"the rest of what was said stands", "please attach this to the earlier paper", "I regret the error"},

	// Heads and ends of papers.
	"head.agency":  {"{self} - Ref {ref} - {date}", "{self}, report no. {ref} of {date}", "FROM: {self} REF: {ref} DATE: {date}"},
	"head.memo":    {"Note for file {ref}, {date}", "Contact note {ref} dated {date}", "Memo {ref} / {date} / source meeting"},
	"head.subject": {"Subject: situation in {town} and environs", "Subject: {group} activity, {town}", "Subject: persons of interest in the {town} sector"},
	"desk": {
		"the source has access through family ties", "comment: this has not been confirmed by a second line", "the information is considered usable", "no further details were available",
		"the reporting officer recommends follow-up", "comment: dates as given by the source", "a sketch map is attached to the paper copy", "the source was paid travel expenses only",
	},
	"close.agency": {"end of report", "distribution: as per list", "further reporting will follow", "action: none at this stage", "request feedback by the end of the month"},
	"head.news":    {"{self} ({town}, {date}) -", "{town}, {date} ({self}) -", "{self} | {date} | {town}"},
	"news": {
		"residents described a town where shops close at noon", "an official who asked not to be named declined to comment", "the claims could not be independently verified",
		"roads into the town were closed for several hours", "relief groups say that tents and blankets are short", "hospital staff spoke of a long night",
		"local leaders called for calm", "the provincial council is to meet next week", "schools in the district stayed shut",
	},
	"close.news": {"reporting by our correspondent", "this report was updated with further details", "(Editing by the night desk)"},
	"head.court": {"{org}, case no. {refEn}, summary of the session of {date}", "Summary of judgment - {org} - {refEn} - {date}", "{org}: record in case {refEn}, {date}"},
	"court": {
		"the defence asked for more time and was refused", "the panel heard no witnesses on this day", "the accused had counsel appointed by the court", "the record notes that a statement was made during the investigation",
		"the decision can be appealed within thirty days", "the public prosecutor asked for the full penalty", "the accused told the panel that he had been beaten", "the hearing lasted eighteen minutes",
	},
	"close.court":    {"issued in public and read to the parties", "the file is sent to the court of cassation", "signed by the presiding judge and two members"},
	"head.list":      {"Detention register, sheet of {date}: no. | name | born | mother | place | date", "LIST OF PERSONS ARRESTED (as of {date})", "Persons arrested, {date}; columns: name, year of birth, mother, place, day"},
	"list.row":       {"{no} | {A.full} | {born} | {mother} | {town} | {date}", "{no}. {A.full}; b. {born}; mother {mother}; arrested in {town}, {date}", "{no}) {A.full}, born {born}, arrested {date} at {town}"},
	"list.end":       {"Total: {count}", "{count} names. End of sheet."},
	"head.transfer":  {"Transfers, copied from the day book on {date}", "Day book, page copied {date}", "Ledger sheet ({date})"},
	"row.pay.pp":     {"No. {no} / {date} / from {A} to {U} / {amount}", "{no} | {date} | sender: {A} | receiver: {U} | {amount}", "{no} - {date} - {A} paid {U} {amount}, by way of {org}"},
	"row.pay.op":     {"No. {no} / {date} / from {org} to {U} / {amount}", "{no} | {date} | sender: {org} | receiver: {U} | {amount}"},
	"row.pay.po":     {"No. {no} / {date} / from {A} to {org} / {amount}", "{no} | {date} | sender: {A} | receiver: {org} | {amount}"},
	"close.transfer": {"Commission paid separately", "Balance carried over", "Initialled by the cashier"},
	"head.letter":    {"To the office of accounts of {group}, {date}: the brothers named below are confirmed in their posts", "{group} - order of {date} - the following are appointed"},
	"letter.row":     {"{no}. {A}, {role}, {town} sector, allowance {pay}", "{no}. {A} is confirmed as {role} in {town}, {pay} a month", "{no}. as {role} in {town}: {A}"},
	"close.letter":   {"let nobody change this without written leave", "to be burned after reading", "copied for the archive"},
	"head.note":      {"{self}, field note, {town}, {date}", "Interview note of {self} taken in {town} on {date}", "{self} - family file - {date}"},
	"note": {
		"the family asks for news and for a death certificate", "the interviewee showed a photograph and a torn ration card", "we did not ask leading questions", "the family has received no compensation",
		"the interview was held at home with an aunt present", "consent was given for courts, not for the press", "two other families told us the same in general terms",
	},
	"close.note":   {"note taken by hand and typed the same evening", "follow-up visit planned", "no copy was left with the family"},
	"head.forward": {"Forwarded for information. Text as received:", "Fwd: see below", "Received through liaison, passed on without comment:"},

	// Incidents.
	"event.killing": {
		"{V} was <shot dead> at {place} {on}", "{on} gunmen of {group} <killed> {V} at {place}", "{V} was <killed> {on}[, in front of his sons|, on his way home|]; it happened at {place}",
		"two men on a motorcycle <shot> {V} near his shop in {town} {on}", "the body of {V}, who had been <murdered>, was found at {place} {on}", "there was a <killing> at {place} {on}",
	},
	"event.massacre": {
		"{on} {group} carried out a <massacre> of men of the {tribe} at {place}[, killing {toll}|]", "{toll} men of the {tribe} were <killed> in the <massacre> at {place} {on}",
		"the <massacre> at {place} took place {on}[; {toll} bodies were counted|; nobody knows how many died]", "{on} the men of the {tribe} were taken out in groups to {place} and killed in a <massacre>[; people speak of {toll} dead|]",
		"{V} was one of {toll} people who died in the <massacre> at {place} {on}",
	},
	"event.public_execution": {
		"{on} {V} was <executed> in public at {place}", "a <public execution> was held at {place} {on}[; the people were made to watch|]", "{V} was put to death before a crowd at {place} {on}; the <execution> was filmed",
		"{on} fighters of {group} brought {V} to {place} for a <public execution>",
	},
	"event.kidnapping": {
		"{V} was <abducted> from {place} {on}", "{on} armed men <kidnapped> {V} at {place}", "masked men of {group} took {V} from his house in {town} {on}; the family calls it a <kidnapping>", "{V} disappeared {on} after a <kidnapping> at {place}",
		"an <abduction> took place at {place} {on}",
	},
	"event.extortion": {
		"{on} the traders of {town} were told to pay; the <extortion> began at {place}", "{V} had to pay every month from then on; the <extortion> started {on} at {place}", "there was <extortion> of shopkeepers at {place} {on}",
		"{on} men of {group} <extorted> money from {V} at {place}",
	},
	"event.bombing": {
		"a car bomb <exploded> at {place} {on}[, leaving {toll} dead and wounded|]", "{on} a <bombing> at {place} killed or wounded {toll}", "the <bombing> {on} hit {place}[; {V} died there|]", "{V} died in the <bombing> at {place} {on}",
		"an explosive charge was <detonated> at {place} {on}",
	},
	"event.attack": {
		"{on} fighters <attacked> {place}[ with mortars|][, and {toll} people were hurt|]", "an <attack> on {place} {on} left {toll} casualties", "{group} launched an <assault> on {place} {on}", "{V} was killed when gunmen <attacked> {place} {on}",
		"{place} came under <attack> {on}",
	},
	"event.torture": {
		"detainees were <tortured> at {place} {on}", "{V} was <tortured> at {place} {on}[ and has not walked since|]", "{on} {V} was held at {place} and <tortured> for two days", "there was <torture> in the rooms at {place} {on}",
	},
	"event.displacement": {
		"{toll} families of the {tribe} were <displaced> from {place} {on}", "{on} {group} <evicted> the families of the {tribe} from {place}", "the <displacement> of families from {place} happened {on}", "people were driven from {place} {on}; in that <displacement> {V} lost his home",
	},
	"event.destruction": {
		"{on} houses at {place} were <destroyed> with explosives", "{group} <demolished> the houses of the {tribe} at {place} {on}", "the house of {V} at {place} was <destroyed> {on}", "there was <destruction> of homes at {place} {on}",
	},
	"event.failed_plot": {
		"a <plot> against {place} was discovered {on}", "{on} a <plot> to attack {place} was foiled", "{group} had a <plot> against {place}, uncovered {on}", "guards stopped a <plot> at {place} {on} before anything happened",
	},

	// Who did it.
	"part.perpetrator": {
		"{A} took part in {inc}", "{A} led the men who carried out {inc}[ at {place}|]", "{inc}[ at {place}|] was the work of {A}[ and {B}|]", "{A} gave the order for {inc}", "among those who carried out {inc} was {A}",
		"{A} planned {inc}[ together with {B}|]", "the man responsible for {inc}[ at {place}|] was {A}", "{A} and {B} carried out {inc}", "{inc} was carried out by {A}[, with {B} beside him|]", "one of the attackers in {inc} was {A}",
		"it was {A} who organised {inc}", "{A} commanded the group during {inc}[ {on}|]",
	},
	"part.perpetrator.killing":          {"{A} <shot> {V}[ {on}|]", "{V} was <murdered> by {A}", "{A} and {B} <killed> {V}", "the one who <killed> {V} was {A}", "{A} fired the shots[; {B} waited in the car|] in the <murder> at {place}"},
	"part.perpetrator.massacre":         {"{A} stood at the pit and gave the orders during the <massacre>", "{A} read out the names before the <massacre>", "in the <massacre> {A} commanded the firing party[, and {B} brought the men|]"},
	"part.perpetrator.public_execution": {"{A} carried out the <execution>[ of {V}|]", "{A} read the sentence before the <execution>; {B} fired", "the man with the sword at the <execution> was {A}"},
	"part.perpetrator.kidnapping":       {"{A} <abducted> {V}[ from {place}|]", "{A} and {B} <kidnapped> {V}", "{V} was <kidnapped> by {A}", "{A} drove the car in the <abduction> of {V}"},
	"part.perpetrator.extortion":        {"{A} collected the money in the <extortion>[ of {V}|]", "{V} paid {A} every month; that was the <extortion> in our market", "{A} <extorted> the shopkeepers of {town}"},
	"part.perpetrator.bombing":          {"{A} planted the bomb that <exploded> at {place}", "{A} prepared the car for the <bombing>[, and {B} drove it|]", "the <bombing> was planned by {A}"},
	"part.perpetrator.attack":           {"{A} led the <attack> on {place}", "in the <assault> {A} commanded[; {B} was with him|]", "{A} was among the gunmen who <attacked> {place}"},
	"part.perpetrator.torture":          {"{A} <tortured> {V}", "{V} was <tortured> by {A}", "{A} beat the detainees himself during the <torture> at {place}"},
	"part.perpetrator.displacement":     {"{A} ordered the <displacement> of the families", "{A} went from door to door and <evicted> the families of the {tribe}"},
	"part.perpetrator.destruction":      {"{A} laid the charges for the <destruction> of the houses", "{A} <demolished> the house of {V}"},
	"part.perpetrator.failed_plot":      {"{A} was behind the failed <plot>", "the <plot> was prepared by {A}[ and {B}|]"},
	"part.suspect": {
		"{A} is suspected of {inc}[ at {place}|]", "{A} is a suspect in {inc}", "the investigators suspect {A} of having taken part in {inc}", "{A} is accused of {inc}[ {on}|]", "suspicion for {inc} fell on {A}", "{A} was named as a suspect in {inc}",
	},
	"part.uncertain": {
		"{A} may have taken part in {inc}", "it is said that {A} was among those who carried out {inc}", "{A} is said to have taken part in {inc}, but nobody saw him", "perhaps {A} carried out {inc}; I am not sure", "{A} reportedly led {inc}[ at {place}|]",
		"some say {A} was behind {inc}, others say not", "it is not confirmed that {A} took part in {inc}",
	},
	"part.denied": {
		"{A} had nothing to do with {inc}", "{A} did not take part in {inc}", "it is not true that {A} carried out {inc}", "{A} was not among those who carried out {inc}[; he was in hospital that week|; he was out of the province|]", "{A} denies that he took part in {inc}",
		"{inc} was not the work of {A}", "I deny that {A} was part of {inc}",
	},
	"part.victim.dead":    {"{A} was killed in {inc}", "{A} died in {inc}[ at {place}|]", "among the dead of {inc} was {A}", "{A} lost his life in {inc}", "one of the victims of {inc} was {A}"},
	"part.victim.taken":   {"{A} was a victim of {inc}", "{A} was among those held in {inc}", "in {inc} the victim was {A}", "one of the victims of {inc} was {A}"},
	"part.victim.wronged": {"{A} was a victim of {inc}", "{A} lost everything in {inc}", "among the victims of {inc} was {A}", "one of those harmed by {inc} was {A}"},
	"part.witness":        {"{A} witnessed {inc}", "{A} saw {inc} with his own eyes", "a witness to {inc} was {A}", "{A} was standing nearby during {inc} and saw everything", "ask {A}, who was a witness of {inc}", "{A} survived {inc} and can testify"},

	// Networks.
	"member.affirmed": {
		"{A} was {arole} in {network}", "{A} is {arole} of {network}", "{A}[, {arole} in {network},|, {arole} of {network},] moved about freely in {town}", "{A} worked for {network} as {arole}", "{network} had {A} as {arole} in {town}", "{A} served {network} as {arole}",
		"in {network} {A} had the rank of {role}", "{A} joined {network} and became {arole}", "everybody knew {A} as {arole} of {network}", "{A} acted as {role} for {network}", "at that time {A} was its {role}, I mean of {network}", "{arole} of {network} here was {A}",
	},
	"member.uncertain": {"{A} is said to be {arole} in {network}", "{A} may have been {arole} of {network}", "some believe that {A} was {arole} in {network}", "it could not be confirmed that {A} is {arole} of {network}", "{A} was allegedly {arole} of {network}"},
	"member.denied":    {"{A} was never {arole} of {network}", "{A} was not {arole} of {network}", "it is false that {A} was {arole} in {network}", "{A} denies being {arole} of {network}", "{A} did not work for {network} as {arole}", "I swear that {A} was not {arole} of {network}"},

	// Money.
	"pay.pp": {
		"{on} {A} paid {amount} to {U}", "{A} sent {amount} to {U} {on}[, through {org}|]", "{U} received {amount} from {A} {on}", "{A} handed {U} {amount} {on}", "{amount} went from {A} to {U} {on}[ by way of {org}|]", "{on} {A} transferred {amount} to {U} through {org}",
		"a payment of {amount} was made by {A} to {U} {on}", "{U} was paid {amount} by {A} {on}",
	},
	"pay.op": {"{on} {org} paid {amount} to {U}", "{U} received {amount} from {org} {on}", "{org} transferred {amount} to {U} {on}", "a transfer of {amount} from {org} to {U} was noted {on}"},
	"pay.po": {"{on} {A} paid {amount} to {org}", "{A} deposited {amount} with {org} {on}", "{org} received {amount} from {A} {on}", "{A} transferred {amount} to {org} {on}"},

	// Proceedings.
	"out.arrest":          {"{A} was arrested in {town} {on}", "security forces arrested {A} {on}[ in {town}|]", "{on} {A} was detained in {town}", "{A} has been in custody since his arrest {on}", "the arrest of {A} took place in {town} {on}", "{A} was captured {on} near {town}"},
	"out.charge":          {"{A} was charged before the {org} {on}", "{on} the public prosecutor charged {A} with belonging to an armed group", "charges were brought against {A} {on}", "{A} was referred to the {org} {on}, charged with terrorism"},
	"out.sentence.death":  {"the {org} sentenced {A} to death {on}", "{A} was sentenced to death by the {org} {on}", "{on} {A} received the death penalty", "{A} was condemned to death {on}"},
	"out.sentence.life":   {"the {org} sentenced {A} to life imprisonment {on}", "{A} was sentenced to life in prison {on}", "{on} {A} was given a life sentence"},
	"out.sentence.years":  {"the {org} sentenced {A} to {years} years in prison {on}", "{A} was sentenced to {years} years {on}", "{on} {A} received a sentence of {years} years", "a sentence of {years} years was passed on {A} {on}"},
	"out.acquittal":       {"the {org} acquitted {A} {on}", "{A} was acquitted {on}[ for lack of evidence|]", "{on} {A} was found not guilty by the {org}", "{A} was cleared of all charges {on}"},
	"out.release":         {"{A} was released {on}", "{on} {A} was set free and released", "{A} was released from custody {on}", "the judge ordered the release of {A} {on}"},
	"out.release.mistake": {"{A} was released {on}: they had held the wrong man", "{on} {A} was released; he only bore the name of another", "the mistaken arrest was admitted and {A} was released {on}", "{A} was released {on} after his mother's name was checked"},

	// The agencies' work.
	"op": {
		"Operation {opname} in {town}, {prov} province, {on}: {killed} killed, {captured} captured, seized {seized}", "{on} a joint force carried out Operation {opname} around {town}; {captured} men were captured and {killed} killed, and {seized} were seized",
		"in Operation {opname} {on} the force ({men} personnel, {vehicles} vehicles) captured {captured} wanted men in {town}", "results of Operation {opname} in {prov}, {on}: captured {captured}, killed {killed}, seized {seized}",
		"{men} personnel took part in Operation {opname} near {town} {on}, which ended with {captured} captured",
	},
	"need": {
		"in {prov} province the posts at {town} are held by {men} men with {vehicles} vehicles; {posts} posts are empty", "{town} needs {men} more personnel and {vehicles} vehicles", "the border sector near {town} reports {men} personnel, {vehicles} vehicles serviceable, {posts} radios short",
		"support requested for {prov}: {vehicles} vehicles, {men} personnel for {town}",
	},

	// Who somebody is.
	"identity": {
		"{A} was born in {born}", "{A}, born in {born} in {home}, is the son of {mother}", "the mother of {A} is {mother}", "{A} is by trade a {occ}[ and lives in {home}|]", "{A} is from {home}, of the {kin}[, born {born}|]", "identity card no. {doc} is in the name of {A}, born {born}",
		"{A}: born {born}, mother {mother}, home {home}", "I have known {A} since school; he is a {occ} from {home}", "{A} carries identity card {doc} and was born in {born}", "{A} is about the age of those born in {born}; his mother was called {mother}",
	},
	"kin":     {"{A} is the brother of {U}", "{U} is a brother of {A}", "{A} and {U} are brothers", "his brother is {U}, I mean the brother of {A}"},
	"notsame": {"{A.full}, a {occ} from {home} born in {born}, is not {U.full}, who was born in {bornU}", "two men bear the name: {A.full}, mother {mother}, and {U.full}, mother {motherU}; only the second is wanted", "{A.full} (born {born}, {home}) is often taken for {U.full} (born {bornU}, {homeU}), but they are not the same person", "do not confuse {A.full}, born {born}, with {U.full}, born {bornU}"},
}
