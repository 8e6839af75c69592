package org.acme.web;

import org.acme.core.Harbour;

/** Shows a {@link Harbour}, as described on <a href="../core/Harbour.html#boats(long)">the page</a> of the other module. */
public final class Chart {

    /** Creates an empty chart. */
    public Chart() {}

    /**
     * Draws the chart.
     *
     * @param harbour what to draw
     * @return a picture; see {@link Harbour#boats()}
     */
    public String draw(Harbour harbour) {
        return "~".repeat(harbour.boats());
    }
}
