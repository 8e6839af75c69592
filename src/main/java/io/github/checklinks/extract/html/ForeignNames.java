// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.extract.html;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SVG element names that are written in mixed case (HTML §13.2.6.5, "any other start tag"). */
final class ForeignNames {

    private static final Map<String, String> ELEMENTS = Stream.of(
                    ("altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix"
                                    + " feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap"
                                    + " feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage"
                                    + " feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile"
                                    + " feTurbulence foreignObject glyphRef linearGradient radialGradient textPath")
                            .split(" "))
            .collect(Collectors.toUnmodifiableMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));

    private ForeignNames() {}

    /** Returns the name of an SVG element in the parsed document; the given name is in lower case. */
    static String element(String lower) {
        return ELEMENTS.getOrDefault(lower, lower);
    }
}
