package extract

import "testing"

// TestPartConstructions holds who did, suffered and saw what, and above all whom the words do not make a doer.
func TestPartConstructions(t *testing.T) {
	exactly(t, parts, []said{
		{"Talib Mizher denied not only the killing of Sinan Hadi but the bombing in Hit on 3 May 2016.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect!"},
		{"Sinan Hadi was assassinated on Sunday. According to the police, Talib Mizher ordered it. His lawyer, Hind Ghali, spoke to the press. \"My client had no part in it,\" she said.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Ledgers seized from Burhan Latif show payments. He kept them in a garage.", ""},
		{"Sinan Hadi was shot dead in Hit on 4 May 2015. Police arrested Talib Mizher on suspicion of the killing. Mizher denies it.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect!"},
		{"Talib Mizher is accused of the killing of Sinan Hadi. He rejects the accusation.", "killing: Sinan Hadi victim; killing: Talib Mizher suspect!"},
		{"Armed men drove the people of the village out in June 2016. One of the displaced, the truck owner Ziyad Karim, says nobody helped them.", "displacement: Ziyad Karim victim"},
		{"The bombing in Hit killed nine people on 3 May 2016. Among the wounded was the baker Ziyad Karim.", "bombing: Ziyad Karim victim"},
		{"Sinan Hadi was executed in public in Rawa on 4 May 2015. The court heard his son, Firas Sinan, as a witness.", "public_execution: Firas Sinan witness; public_execution: Sinan Hadi victim"},
		{"The killing of Sinan Hadi took place on 4 May 2015. \"He has his right now,\" said the victim's brother, Firas Hadi, who testified at the trial.", "killing: Firas Hadi witness; killing: Sinan Hadi victim"},
		{"Sinan Hadi was beheaded in Rawa on 4 May 2015. The man who wielded the knife, Talib Mizher, has never been caught.", "public_execution: Sinan Hadi victim; public_execution: Talib Mizher perpetrator"},
		{"Fighters shot fifty-three people in Gharanij on 12 August 2014. The one giving orders was Talib Mizher. Whoever he touched was shot.", ""},
		{"He sold women and girls carried off from Sinjar in 2014, Talib Mizher admitted.", ""},
		{"I am Firas Ghali. My father was Khalid Ghali, a baker. In June 2015 they came to our house. They took my father to the square and Talib Mizher cut off my father's head.", "public_execution: Khalid Ghali victim; public_execution: Talib Mizher perpetrator"},
		{"Statement of Samira Hadi, housewife. My husband, Sinan Hadi, opened the door. Talib Mizher shot my husband twice with a pistol.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"On 20 May 2019 they set fire to the wheat of Sinan Hadi outside Hit after he had refused to pay.", "destruction: Sinan Hadi victim"},
		{"Judge Burhan Latif read out the verdict. Talib Mizher was sentenced to death for the killing of Sinan Hadi.", "killing: Sinan Hadi victim; killing: Talib Mizher perpetrator"},
		{"Talib Mizher helped to hold the victim Sinan Hadi during his execution on 23 June 2015, which was carried out by the fugitive Luay Sattar.", "public_execution: Luay Sattar perpetrator; public_execution: Sinan Hadi victim; public_execution: Talib Mizher perpetrator"},
		{"On the night of 9 August five men fired on the police checkpoint at Sarqala. Sergeant Sinan Hadi was struck in the neck and died. Talib Mizher confessed to having manned the machine gun.", "attack: Sinan Hadi victim; attack: Talib Mizher perpetrator"},
		{"The goldsmith Sinan Hadi had been snatched from his shop in Baghdad on 13 November. Talib Mizher, who held a gun to the goldsmith's head, is still on the run.", "kidnapping: Sinan Hadi victim; kidnapping: Talib Mizher perpetrator"},
		{"In July 2016 the gang led by Talib Mizher kidnapped Sinan Hadi.", "kidnapping: Sinan Hadi victim"},
		{"Talib Mizher was arrested in Hit. A merchant, he financed attacks.", ""},
		{"Sinan Hadi was abducted on 3 May 2016 and held for nine days in the house of Talib Mizher, who cooked for the guards.", "kidnapping: Sinan Hadi victim"},
	})
}

func TestOutcomeConstructions(t *testing.T) {
	exactly(t, outcomes, []said{
		{"The two defendants, Talib Mizher and Luay Sattar, were each given 15 years on 3 June 2019.", "sentence Luay Sattar 15 years 2019-06-03; sentence Talib Mizher 15 years 2019-06-03"},
		{"Accused: (1) Talib Mizher; (2) Luay Sattar; (3) Firas Ghali. The three were charged on 15 February 2018.", "charge Firas Ghali 2018-02-15; charge Luay Sattar 2018-02-15; charge Talib Mizher 2018-02-15"},
		{"Their statements led to Talib Mizher, head of the gang, and to Luay Sattar, its accountant. The two were picked up on 1 December 2018.", "arrest Luay Sattar 2018-12-01; arrest Talib Mizher 2018-12-01"},
		{"Talib Mizher, keeper of the accounts, must spend fifteen years behind bars. Luay Sattar will hang.", "sentence Luay Sattar death; sentence Talib Mizher 15 years"},
		{"Talib Mizher was sent to prison for ten months.", "sentence Talib Mizher 10 months"},
		{"Talib Mizher, clerk, arrested on 22 January 2018 and now serving three years.", "arrest Talib Mizher 2018-01-22; sentence Talib Mizher 3 years"},
		{"For each of these crimes the court sentences Talib Mizher to death.", "sentence Talib Mizher death"},
		{"Talib Mizher was apprehended on 14 May 2019 and has been in custody since; his cousin Luay Sattar was freed on bail on 3 June 2019.", "arrest Talib Mizher 2019-05-14; release Luay Sattar 2019-06-03"},
		{"Prosecutors laid charges of murder against Talib Mizher on 3 June 2019.", "charge Talib Mizher 2019-06-03"},
		{"Talib Mizher walked free on 3 May 2016 when the judges found the evidence wanting.", "release Talib Mizher 2016-05-03"},
		{"A Baghdad court on Monday 14 March 2016 handed Talib Mizher the death penalty and Luay Sattar 20 years.", "sentence Luay Sattar 20 years 2016-03-14; sentence Talib Mizher death 2016-03-14"},
		{"Of the four defendants, Talib Mizher got life, Luay Sattar and Firas Ghali fifteen years each, and Sinan Hadi was acquitted.", "sentence Firas Ghali 15 years; sentence Luay Sattar 15 years; sentence Talib Mizher life; verdict Sinan Hadi acquitted"},
		{"Talib Mizher surrendered near Baghuz on 28 February 2016.", "arrest Talib Mizher 2016-02-28"},
		{"Prosecutors dropped the case against Talib Mizher, who had spent four months in jail.", "arrest Talib Mizher; verdict Talib Mizher dismissed"},
		{"Talib Mizher was granted bail on 10 March 2016.", "release Talib Mizher 2016-03-10"},
	})
}

func TestRoleConstructions(t *testing.T) {
	exactly(t, roles, []said{
		{"Talib Mizher, who does the books of the Red Dawn network, was arrested.", "Talib Mizher: bookkeeper @ Red Dawn network"},
		{"The accused held the post of emir in Ramadi for the Red Dawn network. His name is Talib Mizher.", ""},
		{"Talib Mizher held the post of emir in Ramadi for the Red Dawn network.", "Talib Mizher: emir @ Red Dawn network"},
		{"Talib Mizher owns Wadi al-Sham Petroleum Services.", "Talib Mizher: owner @ Wadi al-Sham Petroleum Services"},
		{"Talib Mizher enlisted with the Red Dawn network in 2014 and was put at the head of the hisba office in Rawa.", "Talib Mizher: hisba @ Red Dawn network"},
		{"Talib Mizher was employed as a driver by the Red Dawn network.", "Talib Mizher: driver @ Red Dawn network"},
		{"Talib Mizher lodged fighters of the Red Dawn network in his farmhouse.", "Talib Mizher: host @ Red Dawn network"},
		{"On 20 February the livestock dealer Talib Mizher, owner of Hamrin Livestock Trading, was arrested on suspicion of having paid for the two cars.", "Talib Mizher: owner @ Hamrin Livestock Trading"},
		{"Talib Mizher owns Wadi al-Sham Petroleum Services and traded in oil.", "Talib Mizher: owner @ Wadi al-Sham Petroleum Services"},
		{"Transfers ran through the Noor Exchange, a house that belongs to Talib Mizher.", "Talib Mizher: owner @ Noor Exchange"},
		{"Daybook of the Noor Exchange, Dohuk (owner: Talib Mizher)", "Talib Mizher: owner @ Noor Exchange"},
		{"The commander of the Hamrin Emergency Battalion, Captain Talib Mizher, asks for a reward.", "Talib Mizher: commander @ Hamrin Emergency Battalion"},
		{"He and the commander of the Red Dawn network, Talib Mizher, alias Abu Saqr, were seized in the garage.", "Talib Mizher: commander @ Red Dawn network"},
		{"Sinan Hadi carried messages between the Red Dawn network and its leader, Talib Mizher.", "Sinan Hadi: courier @ Red Dawn network; Talib Mizher: leader @ Red Dawn network"},
		{"Talib Mizher, 46, ran Ramadi for the Red Dawn network as its emir.", "Talib Mizher: emir @ Red Dawn network"},
		{"Talib Mizher, a recruiter in the schools of Falluja, belongs to the Red Dawn network.", "Talib Mizher: recruiter @ Red Dawn network"},
		{"Talib Mizher, gunman, Red Dawn network, was sentenced to life.", "Talib Mizher: gunman @ Red Dawn network"},
	})
}
