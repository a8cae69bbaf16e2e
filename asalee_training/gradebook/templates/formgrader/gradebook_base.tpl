{%- extends 'base.tpl' -%}

{%- block title -%}
Correction des textes
{%- endblock -%}
