// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.fetch;

import java.io.IOException;

/** Thrown when a proxy rejects all requests, so that no host behind it could be checked. */
public final class ProxyRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    public ProxyRefusal(String message) {
        super(message);
    }
}
