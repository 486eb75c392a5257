"""Eighty texts that try to be more than text."""

TARGETS = (
    "file:///etc/passwd",
    "http://127.0.0.1:9/x",
    "//127.0.0.1/x",
    "ftp://127.0.0.1/x",
    "data:text/html,x",
)
TAGS = (
    "<img src={}>",
    "<a rel=attachment href={}>附</a>",
    "<link rel=stylesheet href={}>",
    "<link rel=attachment href={}>",
    "<object data={}></object>",
    "<svg><image href={} /></svg>",
    "<style>@import url({});</style>",
    "<p style='background:url({})'>",
    "<iframe src={}></iframe>",
)
OTHERS = (
    "<script>alert(1)</script>",
    "</title></head><body onload=x>",
    "</span></p></body></html>",
    "<!-- ]]> <![CDATA[x]]>",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>&a;",
    "&lt;b&gt;&amp;&#60;&quot;",
    "&#x202e;gnp.exe",
    "{{ settings.SECRET_KEY }}",
    "{% include '/etc/passwd' %}",
    "${jndi:ldap://127.0.0.1/x}",
    "%s%n%d%x",
    "'; DROP TABLE x; --",
    "\\url(file:///etc/passwd)",
    "content: attr(x)}",
    "</style><style>*{display:none}</style>",
    "-->'\"><b>x</b>",
    '=HYPERLINK("http://127.0.0.1")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "javascript:alert(1)",
    "vbscript:x",
    "\\0041\\26 x",
    "/* */ } body { color: red",
    "<w:t>x</w:t></w:p>",
    "<?xml version='1.0'?>",
    "]]></w:t>",
    "<a:blip r:embed='x'/>",
    'INCLUDETEXT "/etc/passwd"',
    "DDEAUTO c:\\\\cmd.exe",
    "\\begin{document}\\input{/etc/passwd}",
    "expression(alert(1))",
    '" onmouseover="x" style="x',
    "<math><mtext></mtext></math>",
    "<template><img></template>",
    "<meta http-equiv=refresh content='0;url=x'>",
    "<base href='file:///'>",
)
PAYLOADS = [tag.format(target) for tag in TAGS for target in TARGETS] + list(OTHERS)

# What is typed, and what is left of it to be seen: nobody sees control characters, marks of direction and widthless blanks.
UNSEEN = (
    ("abc\u202egnp.exe\u202c", "abcgnp.exe"),
    ("\u2066督查\u2069\u200f局", "督查局"),
    ("督\u200b查\u200c通\u200d报\u2060\ufeff", "督查通报"),
    ("\x00督\x07查\x1b[31m局\x7f", "督查[31m局"),
    ("督\ud800查\udfff局", "督查局"),
    ("督\U000e0041\U000e0042查", "督查"),
    ("督\u00ad查", "督查"),
    ("\\65 督\\000041查", "\\65督\\000041查"),
)
# What no face has is refused by its name.
REFUSED = (
    "微笑\U0001f600",
    "一家\U0001f468\u200d\U0001f469",
    "私\ue000用",
    "\ufffe",
    "\uffff",
    "\U0010ffff",
    "ﷺ",
    "Z\u0351algo",
    "សួស្តី",
    "\u115f",
)
