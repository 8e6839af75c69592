// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.util.List;
import java.util.Random;

/** Pages that are hard to parse, and random mutations of them. */
final class NastyPages {

    /** Pages that a tree builder does not rearrange. */
    static final List<String> PAGES = List.of(
            """
            <!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>A <a href=no> &amp; B</title>
            <base href="https://example.org/docs/"><link rel="preconnect dns-prefetch" href=//cdn.example.org>
            <link rel=stylesheet href='a.css?x=1&amp;y=2'><meta http-equiv=refresh content="5; url='later.html'">
            <meta property=og:image content=a.png><style>@import "b.css"; p { background: url(c.png) }</style>
            <script>if (a < b && c > d) document.write("<a href='no'>");</script></head>
            <body id=top style="background:url(d.png)"><p>One<p id=two>Two <a href="#two" name=three>3</a>
            <img src=e.png srcset="f.png 1x, g.png 2x" usemap=#m><map name=m><area href=h></map></body></html>
            """,
            """
            <!doctype html>
            <!-- a comment -- with <a href=no> and --! in it --><p>a<!-->b<a href=x1>c</a><!--->d<a href=x2>e</a>
            <!-- <!-- <a href=no> --><a href=x3 title='>' alt=">">f</a><!bogus <a href=no> ><a href=x4>g</a>
            <?php echo "<a href=no" ?><a href=x5>h</a></ not an end tag <a href=no>><a href=x6>i</a><!---->
            <a
            href
            =
            'x7'
            >j</a><a href=x8/>k</a><a/href=x9/title=t>l</a><a href="x&#49;0&amp;&copy;&copy=&notit;&">m</a>
            <A HREF=X11 ID=Id Id=no>n</A><a href=x12 href=no>o</a><a href>p</a><a =href=no href=x13>q</a>
            """,
            """
            <!DOCTYPE html><body>
            <script><!-- <script> "</script>" <a href=no> --></script><a href=a1>a</a>
            <script><!-- "</script><a href=a2>b</a>
            <script>"<!--" </script><a href=a3>c</a><script>x --></script><a href=a4>d</a>
            <script><!--><script></script><a href=a5>e</a><script src=a6></SCRIPT
            ><a href=a7>f</a><style><a href=no></style ><a href=a8>g</a><textarea><a href=no></textarea></textarea/><a href=a9>h</a>
            <iframe src=b1><a href=no></iframe><noscript><a href=b2>i</a></noscript><xmp><a href=no></xmp><a href=b3>j</a>
            <template id=t><a href=b4 id=u>k</a></template><noembed><a href=no></noembed><a href=b5>l</a>
            """,
            """
            <!DOCTYPE html><div id=s><svg viewBox="0 0 1 1"><title>t</title><g id=g><a xlink:href=c1><path d=""/></a>
            <image href=c2 /><use xlink:href="#g"/><![CDATA[<a href=no>]]><style>rect { fill: url(c3) }</style>
            <foreignObject><p><a href=c4>x</a><svg><a href=c5></a></svg><p>y</foreignObject></g></svg>
            <![CDATA[<a href=no>]]><a href=c6>z</a><math><mi><a href=c7>m</a></mi><mo>&lt;</mo></math>
            <svg><desc><a href=c8>d</a></desc><linearGradient xlink:href=#l id=l /><p><a href=c9>out</a></p>
            </div><title><a href=no></title>
            """,
            """
            <!DOCTYPE html><table id=t1 style="x:url(d0)"><caption><a href=d1>c</a></caption><tr id=r1><td><a href=d2>x</a>
            <td id=c2><table><tr><td><a href=d3>y</a></table><tr><th><a href=d4>z</a></table>
            <ul><li id=l1><a href=d5>1</a><li><a href=d6>2</a><ul><li><a href=d7>3</a></ul></ul>
            <dl><dt id=k1>t<dd><a href=d8>v</a></dl><select><option value=no>o</select>
            <form action=d9><input type=image src=e1><button formaction=e2 formmethod=post>b</button></form>
            <form method=post action=e3><input formaction=e4></form><button formaction=e5>b</button>
            <video src=e6 poster=e7><source src=e8 srcset="e9 1x,f1 2x"><track src=f2></video><audio src=f3></audio>
            <object data=f4 usemap=#m></object><embed src=f5><blockquote cite=f6>q</blockquote><q cite=f7>r</q>
            """,
            "<p>\u00E4\u00F6\u00FC<a href=\"\u00E4.html#\u00FC\">\uD83D\uDE00</a>\r\n<a href='a\r\nb'>x</a>\r<a href='c\rd' id='\u00E4'>"
                    + "<a href='e\0f' name='g\0h'></a>\u2028<a href=\u20AC\uD83D\uDE00\u00A0x>\u0000</a><a\u00A0href=no>",
            "<a href=1<a href=2><<a href=3>< a href=no><a href=\"4><a href=5\"><a b='c'd href=6><a b=c\"d href=7 e>"
                    + "<a-b href=no><a:b href=no><ax href=no><a\u00E4 href=no><a/b/href=8/><a b=/href=no><a href==9><a href=\"\" href=no>");

    private static final String[] PIECES = {
        "<",
        ">",
        "\"",
        "'",
        "/",
        "=",
        " ",
        "&",
        ";",
        "-",
        "!",
        "\0",
        "\r",
        "\n",
        "--",
        "-->",
        "--!>",
        "<!--",
        "<!",
        "<?",
        "</",
        "/>",
        "]]>",
        "<![CDATA[",
        "<script>",
        "</script>",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea>",
        "<svg>",
        "</svg>",
        "<math>",
        "</math>",
        "<foreignObject>",
        "</foreignObject>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<a href=m>",
        "</a>",
        "<img src=n>",
        "<b id=o>",
        "</b>",
        "<span id=v>",
        "</span>",
        "<li>",
        "<iframe>",
        "</iframe>",
        "<xmp>",
        "<noscript>",
        "</noscript>",
        "<template>",
        "</template>",
        "&amp;",
        "&copy",
        "&#x41;",
        "url(",
        "\u00E4",
        "\uD83D\uDE00",
        " href=w",
        " id='y' ",
        "<link rel=x href=z>"
    };

    private NastyPages() {}

    /** Returns one of the pages with parts of it removed, repeated, moved or inserted. */
    static String mutated(Random random) {
        StringBuilder page = new StringBuilder(PAGES.get(random.nextInt(PAGES.size())));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(page.length() + 1);
            int end = Math.min(page.length(), at + random.nextInt(random.nextBoolean() ? 4 : 60));
            switch (random.nextInt(4)) {
                case 0 -> page.delete(at, end);
                case 1 -> page.insert(random.nextInt(page.length() + 1), page.substring(at, end));
                default -> page.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return page.toString();
    }
}
