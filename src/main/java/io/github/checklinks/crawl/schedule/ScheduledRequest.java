// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Validators;
import io.github.checklinks.url.WebUrl;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A pending or running request for a target, with the state of its earlier attempts. */
public final class ScheduledRequest {

    /** The number of the target; -1 if it is none, such as a robots.txt. */
    public final int target;

    /** The URL of a request that is for no target of a link; null for targets. */
    private final @Nullable WebUrl address;

    /** The host and port whose limits apply. */
    public final String host;

    public RequestMode requestMode;

    /** The last status code; 0 if there was no response. */
    public int lastStatus;

    /** Whether any content type is accepted. */
    public boolean anyType;

    /** Whether an unknown host name was looked up again. */
    boolean lookedUpAgain;

    /** Whether HEAD failed, so that GET is used. */
    boolean headFailed;

    /** The chain of redirects of this request; null if there were none so far. */
    private @Nullable RedirectTrail redirectTrail;

    /** The {@code Cookie} header to send; empty for none. */
    public String cookies = "";

    /** The validators of the cached response, for a conditional request; empty if none is to be sent. */
    public Validators validators = Validators.NONE;

    /** When it was last sent, by {@link System#nanoTime}; 0 if it was never sent. */
    public long sentAt;

    /** The duration of this attempt so far in nanoseconds, including the preceding redirects. */
    public long elapsed;

    /** Whether this is the additional attempt at the end of a run. */
    public boolean inFinalPass;

    /** Whether this request only probes the network: the outcome of its target is already known. */
    public boolean isNetworkProbe;

    /** The number of attempts, including the current one. */
    public int attempts = 1;

    /** The number of attempts in earlier passes; pages of the site have several passes, each with all its attempts. */
    int attemptsBefore;

    /** The number of passes at the end of the run. */
    int passes;

    /** The number of links from the start of the crawl. */
    public int depth;

    /** Whether the target is a page of the served site whose links are to be read. */
    public boolean readsLinks;

    /** Whether it counts towards {@code maxPages}. */
    public boolean countsAsPage;

    /** Creates a request that was not sent yet. */
    public ScheduledRequest(int target, String host, RequestMode requestMode) {
        this(target, null, host, requestMode);
    }

    /** Creates a request for a URL that is no target of a link. */
    public ScheduledRequest(WebUrl address, RequestMode requestMode) {
        this(-1, address, address.host() + ":" + address.port(), requestMode);
    }

    private ScheduledRequest(int target, @Nullable WebUrl address, String host, RequestMode requestMode) {
        this.target = target;
        this.address = address;
        this.host = host;
        this.requestMode = requestMode;
    }

    /** Returns a request for a target in the state of this one. */
    public ScheduledRequest withTarget(int number) {
        ScheduledRequest same = new ScheduledRequest(number, null, host, requestMode);
        same.lastStatus = lastStatus;
        same.anyType = anyType;
        same.lookedUpAgain = lookedUpAgain;
        same.redirectTrail = redirectTrail;
        same.cookies = cookies;
        same.sentAt = sentAt;
        same.elapsed = elapsed;
        same.attempts = attempts;
        return same;
    }

    /** Returns whether the request is for a target of a link. */
    public boolean isForTarget() {
        return address == null;
    }

    /** Returns the URL of a request that is for no target. */
    public WebUrl address() {
        return Objects.requireNonNull(address);
    }

    /** Returns the chain of redirects of this request; starts it if there were none so far. */
    public RedirectTrail trail() {
        if (redirectTrail == null) {
            redirectTrail = new RedirectTrail();
        }
        return redirectTrail;
    }

    /** Makes this request a continuation of a redirected one: with its chain, its elapsed time and the {@code Cookie} header. */
    public void continueFrom(ScheduledRequest from, String cookieHeader) {
        redirectTrail = from.redirectTrail;
        elapsed = from.elapsed;
        cookies = cookieHeader;
    }
}
