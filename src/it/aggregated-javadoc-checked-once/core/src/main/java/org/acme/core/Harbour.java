package org.acme.core;

/** Where boats lie. */
public final class Harbour {

    /** Made for boats. */
    public Harbour() {}

    /**
     * How many boats lie here.
     *
     * @return how many
     */
    public int boats() {
        return 1;
    }
}
