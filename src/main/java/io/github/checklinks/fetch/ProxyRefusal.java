// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.io.IOException;

/** Says that a proxy does not let us ask anybody, so that nothing was learnt of the hosts behind it. */
public final class ProxyRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    public ProxyRefusal(String message) {
        super(message);
    }
}
