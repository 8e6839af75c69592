package org.acme.web;

import org.acme.core.Harbour;

/** Shows a {@link Harbour}, as told on <a href="../core/Harbour.html#boats(long)">the page</a> of the other module. */
public final class Chart {

    /** Made empty. */
    public Chart() {}

    /**
     * Draws.
     *
     * @param harbour what to draw
     * @return a picture; see {@link Harbour#boats()}
     */
    public String draw(Harbour harbour) {
        return "~".repeat(harbour.boats());
    }
}
