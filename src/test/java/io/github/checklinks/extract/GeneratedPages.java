// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Pages generated from lists of numbers: equal lists give equal pages, shorter lists shorter pages. */
final class GeneratedPages {

    private static final List<String> BLOCKS =
            List.of("div", "section", "ul>li", "table>tbody>tr>td", "blockquote", "dl>dd");
    private static final List<String> INLINE = List.of("b", "span", "ins", "q", "noscript", "template", "label");

    /** Fragments that may occur in text and do not change the elements around them; %d is a unique number. */
    private static final List<String> ATOMS = List.of(
            "text & more %d &amp; &copy; < > \"",
            "<!-- <a href=no%d> -- -->",
            "<img src=i%d alt='>' srcset=\"j%d 1x, k%d,l 2x\">",
            "<input type=image src='n&amp;%d'>",
            "<script src=s%d>\"<a href=no>\" < <!-- </script>",
            "<textarea><a href=no%d></textarea>",
            "<iframe src=f%d><a href=no></iframe>",
            "<video src=v%d poster=p%d><track src=t%d></video>",
            "<object data=o%d></object><embed src=e%d>",
            "<svg id=g%d><title>t</title><a xlink:href=x%d><path/></a><use href=#g%d /><image href=m%d></image></svg>",
            "<math><mi id=h%d>x</mi></math>",
            "<span id='\u00e4 %d' id=no title=\"<a href=no>\"></span>",
            "\ud83d\ude00\r\n\t%d",
            "<br/><br>");

    private GeneratedPages() {}

    /** Returns a page without errors that a tree builder would repair. */
    static String wellFormed(List<Integer> numbers) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><head><title>t</title></head><body>");
        Deque<String> open = new ArrayDeque<>();
        int serial = 0;
        for (int number : numbers) {
            int choice = number / 16;
            boolean inText = open.stream().anyMatch(name -> !BLOCKS.contains(name));
            switch (number % 16) {
                case 0, 1 -> {
                    if (!inText) {
                        open.push(begin(page, BLOCKS.get(choice % BLOCKS.size()), ++serial));
                    }
                }
                case 2, 3 -> {
                    String name = INLINE.get(choice % INLINE.size());
                    // jsoup ends a template after a noscript in it, when the template itself is in a noscript.
                    boolean isMisread = name.equals("noscript") && open.contains("template");
                    open.push(begin(page, isMisread ? "b" : name, ++serial));
                }
                case 4 -> {
                    if (!inText) {
                        open.push(begin(page, "p", ++serial));
                    }
                }
                case 5, 6 -> {
                    if (!open.contains("a")) {
                        page.append("<a href = 'h")
                                .append(++serial)
                                .append("' name=\"n&amp;")
                                .append(serial)
                                .append("\"\n>");
                        open.push("a");
                    }
                }
                case 7, 8, 9 -> {
                    if (!open.isEmpty()) {
                        end(page, open.pop());
                    }
                }
                default -> page.append(ATOMS.get(choice % ATOMS.size()).replace("%d", String.valueOf(++serial)));
            }
        }
        while (!open.isEmpty()) {
            end(page, open.pop());
        }
        return page.append("</body></html>").toString();
    }

    private static String begin(StringBuilder page, String names, int serial) {
        for (String name : names.split(">", -1)) {
            page.append('<')
                    .append(name)
                    .append(" id=")
                    .append(name)
                    .append(serial)
                    .append('>');
        }
        return names;
    }

    private static void end(StringBuilder page, String names) {
        String[] parts = names.split(">", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            page.append("</").append(parts[i]).append('>');
        }
    }

    /** Returns a page with errors. */
    static String broken(Random random) {
        String page = NastyPages.mutated(random);
        // An unpaired surrogate has no UTF-8 form.
        return new String(page.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
