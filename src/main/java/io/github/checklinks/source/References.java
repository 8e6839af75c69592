// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.source;

import io.github.checklinks.source.reference.SourceReference;
import io.github.checklinks.source.reference.Syntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The references of one text by what they say, so that a document is read once for all links of its page. */
final class References {

    private final Syntax syntax;
    private final String text;
    private final Map<String, List<SourceReference>> bySame = new HashMap<>();

    References(Syntax syntax, String text) {
        this.syntax = syntax;
        this.text = text;
        for (SourceReference sourceReference : syntax.references(text)) {
            bySame.computeIfAbsent(TargetNormalizer.of(sourceReference.target()), same -> new ArrayList<>(1))
                    .add(sourceReference);
        }
    }

    /** Whether these are the references of a text. */
    boolean areOf(Syntax otherSyntax, String otherText) {
        return syntax == otherSyntax && text.equals(otherText);
    }

    /** Those that say the same as a link, in the order they stand there. */
    List<SourceReference> saying(String target) {
        return bySame.getOrDefault(TargetNormalizer.of(target), List.of());
    }
}
