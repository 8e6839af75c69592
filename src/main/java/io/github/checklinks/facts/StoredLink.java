// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.facts;

import io.github.checklinks.extract.LinkAttribute;
import io.github.checklinks.model.Position;

/**
 * A stored link, which needs a verdict.
 *
 * @param linkAttribute the attribute that contains it
 * @param linkState the verdict from the page alone
 * @param target the number of its target; -1 if it cannot be resolved
 * @param position where its start tag begins
 * @param text as written
 */
public record StoredLink(
        LinkAttribute linkAttribute, LinkState linkState, int target, Position position, String text) {}
