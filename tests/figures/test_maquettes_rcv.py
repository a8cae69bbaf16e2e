"""What the maquettes of the cardiovascular module must show."""

from asalee_training.figures import maquettes as dessins


def test_an_artery_widens_before_it_narrows_and_what_is_felt_comes_last():
    def artere(age, facteurs="plusieurs", change="non"):
        return dessins.draw("artere_plaque", {"age": age, "facteurs": facteurs, "change": change}).alt

    assert "plaque absente" in artere(20)
    assert "plaque épaisse" in artere(40)
    assert "passage entier" in artere(40)
    assert "ne sent rien" in artere(55)
    assert "poitrine serre" in artere(60)
    assert "poitrine serre" in artere(65)
    assert "ne sent rien" in artere(65, change="oui")
    assert "ne sent rien" in artere(80, "tabac")
    assert "passage entier" in artere(80, "aucun")


def test_the_hour_to_give_is_that_of_the_last_time_she_was_seen_well():
    def heure(vue, attente):
        return dessins.draw("derniere_heure", {"vue": vue, "attente": attente}).alt

    assert "Il reste 4 h 30" in heure("devant", 0)
    assert "Il reste 30 min" in heure("devant", 240)
    assert "appel à 7 h 30 : 3 h 30 à compter" in heure("nuit", 30)
    assert "appel à 7 h : 8 h 30 à compter" in heure("coucher", 0)
    assert "on appelle quand même" in heure("coucher", 0)


def test_the_same_dates_are_late_or_in_time_as_the_person_is():
    def suivi(personne, ecg=18, lipides=24):
        return dessins.draw("suivi_dates", {"personne": personne, "ecg": ecg, "lipides": lipides}).alt

    assert "Bilan lipidique, il y a 24 mois, tous les 36 mois : dans 12 mois" in suivi("simple")
    assert "Créatinine, il y a 18 mois : pas de rappel" in suivi("simple")
    assert "Bilan lipidique, il y a 24 mois, tous les 12 mois : 12 mois de retard" in suivi("traitee")
    assert "Créatinine, il y a 18 mois, tous les 12 mois : 6 mois de retard" in suivi("pression")
    assert "ECG, il y a 48 mois, tous les 36 mois : 12 mois de retard" in suivi("traitee", ecg=48)
    assert "ECG, il y a 36 mois, tous les 36 mois : à faire maintenant" in suivi("traitee", ecg=36)


def test_a_door_opens_as_the_table_of_scope_says():
    def porte(geste, protocole="rcv"):
        return dessins.draw("champ_porte", {"geste": geste, "protocole": protocole}).alt.split(".")[0]

    assert [porte("ecg_prescrire", p) for p in ("rcv", "diabete", "bpco")] == [
        "Porte ouverte",
        "Porte ouverte",
        "Porte fermée",
    ]
    assert [porte("spirometrie", p) for p in ("rcv", "bpco")] == ["Porte fermée", "Porte ouverte"]
    assert {porte("substitut", p) for p in ("rcv", "diabete", "bpco")} == {"Porte ouverte"}
    assert {porte(g, p) for g in ("ecg_lire", "renouveler", "annoncer") for p in ("rcv", "diabete", "bpco")} == {
        "Porte fermée"
    }


def test_each_place_has_its_own_threshold():
    def lieux(cabinet, maison):
        return dessins.draw("deux_lieux", {"cabinet": cabinet, "maison": maison}).alt

    assert "effet « blouse blanche »" in lieux(158, 126)
    assert "pression masquée" in lieux(139, 136), "lower at home, and yet above"
    assert "élevée partout" in lieux(154, 137)
    assert "pression normale" in lieux(139, 134)
    assert "deuxième mesure" in lieux(180, 120)


def test_triglycerides_alone_lower_a_calculated_ldl_until_nothing_can_be_said():
    def tube(total, hdl, tg):
        return dessins.draw("tube_cholesterol", {"total": total, "hdl": hdl, "tg": tg}).alt

    assert "LDL calculé 1,48" in tube(2.3, 0.58, 1.2)
    assert "LDL calculé 1,06" in tube(2.3, 0.58, 3.3)
    assert "non calculable" in tube(2.3, 0.58, 3.4)
    assert "1,54" in tube(2.5, 0.8, 0.8)
    assert "1,75" in tube(2.3, 0.35, 1.0), "a lower total, a higher LDL"


def test_a_hundred_men_are_those_of_score2():
    def hommes(age, tabac, pas):
        return dessins.draw("cent_hommes", {"age": age, "tabac": tabac, "pas": pas}).alt

    assert "SCORE2 8,5 %" in hommes(52, "oui", 148)  # vignette V14
    assert "9 auront" in hommes(52, "oui", 148)
    assert "Sans tabac, le score dirait 5,0 %" in hommes(52, "oui", 148)
    assert "SCORE2 6,2 %" in hommes(52, "oui", 120)
    assert "SCORE2 8,7 %" in hommes(69, "non", 120)
    assert "si aucun ne fumait" not in hommes(69, "non", 120)
