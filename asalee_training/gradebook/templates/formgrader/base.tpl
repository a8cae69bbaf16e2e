<!doctype html>
<html lang="fr">
<head>
  <meta charset="utf-8">
  <title>Correction des textes</title>
  <script src="{{ base_url }}/formgrader/static/node_modules/jquery/dist/jquery.min.js"></script>
  <script src="{{ base_url }}/formgrader/static/node_modules/underscore/underscore-min.js"></script>
  <script src="{{ base_url }}/formgrader/static/node_modules/backbone/backbone-min.js"></script>
  <script src="{{ base_url }}/formgrader/static/node_modules/bootstrap/dist/js/bootstrap.min.js"></script>
  <script src="{{ base_url }}/formgrader/static/node_modules/datatables.net/js/jquery.dataTables.js"></script>
  <script src="{{ base_url }}/formgrader/static/node_modules/datatables.net-bs/js/dataTables.bootstrap.js"></script>
  <script src="{{ base_url }}/formgrader/static/js/backbone_xsrf.js"></script>
  <script src="{{ base_url }}/formgrader/static/js/utils.js"></script>
  <link rel="stylesheet" href="{{ base_url }}/formgrader/static/node_modules/bootstrap/dist/css/bootstrap.min.css">
  <link rel="stylesheet" href="{{ base_url }}/formgrader/static/node_modules/datatables.net-bs/css/dataTables.bootstrap.css">
  <link rel="stylesheet" href="{{ base_url }}/formgrader/static/css/nbgrader.css">
  <style>
    body { background: #fbfaf7; color: #1f2a30; font-size: 17px; }
    h1, a { color: #0b5563; }
    h1 { font-size: 1.7em; font-weight: 650; }
    td a { text-decoration: underline; }
    /* A tick would say « done » where something is still to do. */
    .needs-manual-grade .glyphicon, .tests-failed .glyphicon { font-family: inherit; font-weight: 650; }
    .needs-manual-grade .glyphicon-ok::before { content: "à lire"; color: #8a4b08; }
    .tests-failed .glyphicon-ok::before { content: "oui"; }
    .name-shown, .reveal, .task-score, .avg-task-score, th:first-child:empty { display: none !important; }
  </style>
  <script>var base_url = "{{ base_url }}";</script>
  {%- block head -%}
  {%- endblock -%}
</head>
<body>
  <div class="container">
    <p style="margin-top: 1.5em"><a href="{{ base_url }}/asalee/referente">← Bureau de la référente</a></p>
    <div class="page-header"><h1>
      {%- block title -%}
      {%- endblock -%}
    </h1></div>
    {%- block sidebar -%}
    {%- endblock -%}
    {%- block body -%}
    {%- block breadcrumbs -%}
    {%- endblock -%}
    {%- block messages -%}
    {%- endblock -%}
    <table class="table table-hover">
      <thead>
        {%- block table_header -%}
        {%- endblock -%}
      </thead>
      <tbody id="main-table">
        {%- block table_body -%}
        {%- endblock -%}
      </tbody>
      <tfoot>
        {%- block table_footer -%}
        {%- endblock -%}
      </tfoot>
    </table>
    {%- endblock -%}
  </div>
  {%- block script -%}
  {%- endblock -%}
</body>
</html>
