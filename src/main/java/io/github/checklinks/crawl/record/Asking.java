// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.record;

/** Which external URLs are requested although there is a record. */
public enum Asking {
    /** All but those that are reviewed. */
    ALL,

    /** Those that the record does not have as good. */
    NEW,

    /** None. */
    NONE
}
