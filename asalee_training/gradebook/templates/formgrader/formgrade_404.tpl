{%- extends 'base.tpl' -%}

{%- block title -%}
Copie introuvable
{%- endblock -%}

{%- block body -%}
<p>Le carnet noté de cette copie n’est plus dans son dossier. Revenez à l’espace de la référente et relancez « Relever et noter ».</p>
{%- endblock -%}
