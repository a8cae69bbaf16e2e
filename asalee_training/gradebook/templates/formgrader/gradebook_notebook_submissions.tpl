{#- The copies of one case: numbers, never names. The script fills the table, column by column. -#}
{%- extends 'gradebook_base.tpl' -%}

{%- block head -%}
<script>
var assignment_id = {{ assignment_id | tojson }};
var notebook_id = {{ notebook_id | tojson }};
</script>
<script src="{{ base_url }}/formgrader/static/js/gradebook_notebook_submissions.js"></script>
{%- endblock head -%}

{%- block title -%}
{{ titre(assignment_id) }}
{%- endblock -%}

{%- block messages -%}
<p>Ouvrez une copie pour la lire et la noter. Vos notes s’enregistrent à mesure ; « Copie suivante » passe à la suivante.</p>
{%- endblock -%}

{%- block table_header -%}
<tr>
  <th></th>
  <th>Copie</th>
  <th class="text-center">Note</th>
  <th class="text-center">Points automatiques</th>
  <th class="text-center">Points des textes</th>
  <th class="task-score"></th>
  <th class="text-center">Texte à lire ?</th>
  <th class="text-center">Une réponse à 0 point ?</th>
  <th class="text-center">Signalée ?</th>
</tr>
{%- endblock -%}

{%- block table_body -%}
<tr><td colspan="9">Chargement…</td></tr>
{%- endblock -%}
