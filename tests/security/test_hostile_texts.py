"""Hostile texts (attack 30): what a trainee or a referent types reaches every page as text."""

import re

import cours_synthetique as course
import pytest
import sqlalchemy as sa

from asalee_training.gradebook import feedback, formgrader_fr, marker, words
from asalee_training.gradebook.config import database_url

TEXTS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "</div></body><iframe src=javascript:alert(1)>",
    "[clic](javascript:alert(1))",
    "![x](http://exemple.invalid/pixel.png)",
    "<a href='javascript:alert(1)'>x</a>",
    "ligne\n\n<script>alert(1)</script>\n\n# titre\n\n    <script>code</script>",
    "ligne\u2028\u2028<script>alert(1)</script>\x0c\n\x85<b>",
    "```\n</code></pre><script>alert(1)</script>\n```",
    "{{ config }} {% raw %} ${x} $$\\href{javascript:alert(1)}{x}$$",
    "&lt;script&gt;",
]
ACTIVE = re.compile(r"<\s*(script|img|svg|iframe|a|object|embed|form|b)\b(?![^>]*anchor-link)", re.IGNORECASE)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_text_in_the_referents_page_and_in_the_feedback(ws, version, text):
    course.hand_in(ws, "mallory", course.sheet({**course.right_answers(version, "mallory"), "transmission": text}))
    marker.mark(ws, course.ASSIGNMENT)
    notebook = ws.grading / "autograded" / "mallory" / course.ASSIGNMENT / f"{course.SLUG}.ipynb"
    page, _ = formgrader_fr.exporter({}).from_filename(
        str(notebook),
        resources={
            "index": 0,
            "total": 1,
            "base_url": "",
            "submission_id": "x",
            "notebook_id": "n",
            "assignment_id": "a",
        },
    )
    shown = page.partition("Texte de l’apprenante")[2].partition("panel-footer")[0]
    assert not ACTIVE.search(shown.partition("rendered_html")[2]), shown
    engine = sa.create_engine(database_url(ws))
    with engine.begin() as connection:
        connection.execute(
            sa.text("update grade set manual_score = 1, needs_manual_grade = 0 where auto_score is null")
        )
        connection.execute(sa.text("update comment set manual_comment = :t"), {"t": text})
    engine.dispose()
    feedback.publish(ws, course.ASSIGNMENT)
    body = feedback.read(ws, "mallory", course.ASSIGNMENT).read_text(encoding="utf-8").partition("</head>")[2]
    assert not ACTIVE.search(body), body
    assert "exemple.invalid/pixel.png" not in re.sub(r">[^<]*<", "><", body)


@pytest.mark.parametrize("text", TEXTS)
def test_a_hostile_number_unit_or_option_is_text_too(version, text):
    from asalee_training.gradebook.copy import Judge

    raw = {
        "ips": {"texte": text, "unite": text},
        "grade": text,
        "conduite": [text],
        "sites": {"zones": [text], "aucune": False},
    }
    judged = Judge(version).judged("mallory", course.sheet(raw))
    for nom in raw:
        shown = judged.outputs[nom][0]["data"]["text/html"]
        assert not ACTIVE.search(shown), shown


def test_an_authors_markdown_cannot_fetch_or_run_anything_either():
    for text in TEXTS:
        shown = words.rendered(text)
        assert "<script" not in shown
        assert "<img" not in shown
        assert 'href="javascript' not in shown
