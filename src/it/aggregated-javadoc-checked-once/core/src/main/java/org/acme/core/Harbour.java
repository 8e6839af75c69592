package org.acme.core;

/** A harbour. */
public final class Harbour {

    /** Creates an empty harbour. */
    public Harbour() {}

    /**
     * Returns the number of boats in this harbour.
     *
     * @return the number of boats
     */
    public int boats() {
        return 1;
    }
}
