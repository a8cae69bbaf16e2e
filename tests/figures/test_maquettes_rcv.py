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
