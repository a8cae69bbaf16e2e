// What a referent meets on the page of one copy, over nbgrader's scripts: a decimal comma, sentences, the ordinary keyboard.
(function () {
    "use strict";
    var NOMBRE = /^\d+([.,]\d+)?$/;
    var fieldAsked = new URLSearchParams(location.search).has("index");

    function french(number) {
        return number === null || number === undefined ? "" : String(number).replace(".", ",");
    }

    function say(place, sentence, refused) {
        place.text(sentence).toggleClass("refus", Boolean(refused));
    }

    function savedNow() {
        return "✔ Enregistré à " + new Date().toLocaleTimeString("fr-FR", {hour: "2-digit", minute: "2-digit"});
    }

    GradeUI.prototype.render = function () {
        var given = this.model.get("manual_score"), waits = this.model.get("needs_manual_grade");
        this.$score.attr("placeholder", french(this.model.get("auto_score"))).val(french(given));
        this.$score.toggleClass("needs_manual_grade", waits).removeAttr("aria-invalid");
        this.$mark_graded.toggle(waits && given !== null);
        if (waits && given !== null) {
            say(this.place(), "La copie a été remise ou notée de nouveau\u202f: relisez ce texte, puis confirmez la note ou changez-la.");
        }
    };

    GradeUI.prototype.save = function () {
        var written = this.$score.val().trim(), most = this.model.get("max_score");
        var value = written === "" ? null : Number(written.replace(",", "."));
        if (written !== "" && (!NOMBRE.test(written) || value > most)) {
            this.$score.attr("aria-invalid", "true");
            say(this.place(), "«\u00a0" + written + "\u00a0» n’est pas enregistré\u202f: écrivez un nombre entre 0 et " + french(most) + ".", true);
            return;
        }
        this.model.save({"manual_score": value, "extra_credit": null});
        this.render();
    };

    GradeUI.prototype.place = function () { return this.$el.find(".etat-note"); };
    CommentUI.prototype.place = function () { return this.$el.find(".etat-commentaire"); };

    // While she types, the field is hers.
    CommentUI.prototype.render = function () {
        if (document.activeElement !== this.$comment[0]) {
            this.$comment.val(this.model.get("manual_comment"));
        }
    };

    [GradeUI, CommentUI].forEach(function (kind) {
        kind.prototype.animateSaving = function () { say(this.place(), "Enregistrement…"); };
        kind.prototype.animateSaved = function () {
            var erased = kind === GradeUI && this.model.get("needs_manual_grade");
            say(this.place(), erased ? "Sans note\u202f: ce texte reste à lire." : savedNow());
            $(document).trigger("finished_saving");
        };
        kind.prototype.notSaved = function () {
            say(this.place(), "NON enregistré\u202f: la formation ne répond pas. Gardez cette page ouverte et recommencez.", true);
        };
    });

    FormGrader.prototype.flag = function () {
        var message = $("#statusmessage");
        $.ajax({
            method: "POST",
            url: base_url + "/api/submitted_notebook/" + submission_id + "/flag",
            headers: {"X-CSRFToken": getCookie("_xsrf")}
        }).done(function (data) {
            var flagged = JSON.parse(data).flagged;
            message.html("<span>" + (flagged ? "Copie signalée\u202f: elle porte un drapeau dans la liste." : "Copie non signalée.") + "</span>");
        }).fail(function () {
            message.html("<span>La copie n’a pas pu être signalée\u202f: la formation ne répond pas.</span>");
        }).always(function () {
            message.stop(true).show().delay(2500).fadeOut(400);
        });
    };

    // Links wait for what is being saved, and do not leave a mark that was refused.
    function leave(event) {
        var link = event.currentTarget, refused = $(".score[aria-invalid]");
        if (refused.length) {
            event.preventDefault();
            refused.first().trigger("focus");
        } else if ($.active) {
            event.preventDefault();
            $(document).one("ajaxStop", function () { location.assign(link.href); });
        }
    }

    // The levels of a rubric become choices, kept one by one; their sum can be given as the mark.
    function rubric(table) {
        var cell = $(table).closest(".cell"), score = cell.prev(".nbgrader_cell").find(".score"), total = 0;
        var place = base_url.replace(/\/formgrader$/, "") + "/asalee/referente/niveaux/" + submission_id + "/" + score.attr("id");
        var result = $("<strong/>"), give = $("<button type='button' class='bouton'/>").text("Donner cette note");
        var state = $("<small/>"), missed = $("<small class='refus'/>");
        $(table).after($("<div class='somme' role='status'/>").append(result, give, missed, state).hide());
        $(table).find("tbody tr").each(function (row) {
            $(this).find("li").each(function () {
                var points = $(this).find("strong").first().text().replace(",", ".");
                var choice = $("<input type='radio'>").attr("name", score.attr("id") + "-critere-" + row).val(points);
                $(this).wrapInner("<label/>").children("label").prepend(choice, " ");
            });
        });

        function sum() {
            var chosen = $(table).find("input:checked");
            var lacking = chosen.filter(function () { return Number(this.value) === 0 && $(this).closest("tr").is("[data-critique]"); });
            total = chosen.toArray().reduce(function (points, choice) { return points + Number(choice.value); }, 0);
            result.text(chosen.length + " critères sur " + $(table).find("tbody tr").length + ", somme\u202f: " + french(total));
            missed.text(lacking.length ? "Critère indispensable à 0\u202f: le cas ne sera pas validé." : "");
            $(table).next(".somme").toggle(chosen.length > 0);
        }

        $.getJSON(place).done(function (data) {
            $(table).find("tbody tr").each(function () {
                var points = data.niveaux[$(this).attr("data-critere")];
                $(this).find("input").each(function () { this.checked = points !== undefined && Number(this.value) === points; });
            });
            sum();
        });
        $(table).on("change", "input", function () {
            sum();
            say(state, "Enregistrement…");
            $.ajax({
                method: "PUT", url: place, contentType: "application/json", headers: {"X-XSRFToken": getCookie("_xsrf")},
                data: JSON.stringify({critere: $(this).closest("tr").attr("data-critere"), points: Number(this.value)})
            }).done(function () {
                say(state, savedNow());
            }).fail(function (answer) {
                var reason = answer.responseJSON && answer.responseJSON.message;
                say(state, "Niveau NON enregistré\u202f: " + (reason || "la formation ne répond pas, recommencez."), true);
            });
        });
        give.on("click", function () { score.val(french(total)).trigger("change").trigger("focus"); });
    }

    $(window).on("load", function () {
        // The Tab and Enter keys do what they do on every page.
        ["tab", "shift-tab", "enter"].forEach(function (key) {
            delete formgrader.keyboard_manager.handlers.body[key];
            delete formgrader.keyboard_manager.help[key];
        });
        $("a[tabindex]").removeAttr("tabindex");
        // Bootstrap closes a dialog with Escape only if it can hold the focus.
        $(document).on("show.bs.modal", function (event) { $(event.target).attr("tabindex", "-1"); });
        $(".barre a").on("click", leave);
        $(".signaler").on("click", function () { formgrader.flag(); });
        $("details").prop("open", true);
        $(".asalee-grille").each(function () { rubric(this); });
        $(".score").on("focus", function () { this.select(); });
        // A comment is kept while it is written, not only when she leaves the field.
        $(".comment").on("input", _.debounce(function (event) { $(event.target).trigger("change"); }, 1500));
        $(document).one("ajaxStop", function () {
            formgrader.grade_uis.concat(formgrader.comment_uis).forEach(function (ui) {
                ui.listenTo(ui.model, "error", ui.notSaved);
            });
            if (!fieldAsked) {
                $(".score.needs_manual_grade").add(".panel-primary .score").first().trigger("focus");
            }
        });
    });
}());
