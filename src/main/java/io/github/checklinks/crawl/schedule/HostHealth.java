// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.crawl.schedule;

import io.github.checklinks.fetch.RequestMode;
import io.github.checklinks.fetch.Response;
import io.github.checklinks.model.FailureCause;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * What is known about hosts from the responses so far: which of them do not support HEAD, and whether any external host is reachable. Not
 * thread-safe.
 */
public final class HostHealth {

    /** After this many unreachable hosts, and none that is reachable, the network is considered missing. */
    private static final int MIN_UNREACHABLE = 3;

    /** After this many unreachable hosts, and once the requests in flight have failed too, the remaining external hosts are skipped. */
    private static final int SKIP_AFTER = 20;

    private final IntPredicate accepts;
    private final BooleanSupplier namesResolve;
    private final Set<String> withoutHead = new HashSet<>();
    private final Set<String> requested = new HashSet<>();
    private final Set<String> unresolved = new HashSet<>();
    private boolean anyReached;
    private boolean siteResponds;
    private int inFlight;
    private boolean suspicious;
    private long suspiciousSince;
    private int awaited;

    /**
     * Creates an instance without any information.
     *
     * @param accepts the status codes that count as success
     * @param namesResolve returns whether DNS resolves names that are known to exist; called only if no host was reached, since it
     *     may take seconds
     */
    public HostHealth(IntPredicate accepts, BooleanSupplier namesResolve) {
        this.accepts = accepts;
        this.namesResolve = namesResolve;
    }

    /** Records that a request to an external host is sent. */
    public void onSent() {
        inFlight++;
    }

    /** Records a response; must be called before the request mode of the request is changed. */
    public void onResponse(ScheduledRequest scheduledRequest, Response response, boolean external) {
        if (external) {
            inFlight--;
            requested.add(scheduledRequest.host);
            if (response instanceof Response.None none && none.cause() == FailureCause.UNKNOWN_HOST) {
                unresolved.add(scheduledRequest.host);
            }
            anyReached |= response instanceof Response.Answer
                    || response instanceof Response.None none
                            && (none.cause() == FailureCause.FORBIDDEN_ADDRESS
                                    || none.cause() == FailureCause.UNTRUSTED);
            updateSuspicion(scheduledRequest);
        }
        if (scheduledRequest.headFailed
                && scheduledRequest.requestMode == RequestMode.STATUS_BY_GET
                && response instanceof Response.Answer answer
                && accepts.test(answer.status())) {
            withoutHead.add(scheduledRequest.host);
        }
    }

    private void updateSuspicion(ScheduledRequest scheduledRequest) {
        if (!suspicious && requested.size() >= SKIP_AFTER && !anyReached) {
            suspicious = true;
            suspiciousSince = System.nanoTime();
            awaited = inFlight;
        } else if (awaited > 0 && scheduledRequest.sentAt - suspiciousSince <= 0) {
            awaited--;
        }
    }

    /** Records that the served site under check responded: the network works, so an unknown host name does not exist. */
    public void onSiteAnswered() {
        siteResponds = true;
    }

    /** Returns whether enough external hosts failed, and none succeeded, that the remaining ones are skipped. */
    public boolean skipsExternalHosts() {
        return suspicious && awaited == 0 && !anyReached && (unconnected() >= SKIP_AFTER || !doNamesResolve());
    }

    private boolean doNamesResolve() {
        return siteResponds || namesResolve.getAsBoolean();
    }

    private int unconnected() {
        return requested.size() - unresolved.size();
    }

    /** Returns whether a HEAD request to the host failed where GET succeeded, so that HEAD is no longer used. */
    public boolean isWithoutHead(String host) {
        return withoutHead.contains(host);
    }

    /** Returns whether external hosts were requested and none was reached. */
    public boolean isNothingReached() {
        return !requested.isEmpty() && !anyReached;
    }

    /** Returns whether the network appears to be missing, so that retries would not help. */
    public boolean isWithoutNetwork() {
        return requested.size() >= MIN_UNREACHABLE && !unreached().isEmpty();
    }

    /**
     * Returns the failures of external hosts that are caused by a missing network rather than by these hosts. Unknown hosts are among
     * them unless the site responded or DNS resolves other names; failed connections are if they failed for all hosts.
     */
    public Set<FailureCause> unreached() {
        Set<FailureCause> causes = EnumSet.noneOf(FailureCause.class);
        if (!isNothingReached()) {
            return causes;
        }
        boolean dnsWorks = !unresolved.isEmpty() && doNamesResolve();
        if (!unresolved.isEmpty() && !dnsWorks) {
            causes.add(FailureCause.UNKNOWN_HOST);
        }
        if ((dnsWorks ? unconnected() : requested.size()) >= MIN_UNREACHABLE) {
            causes.add(FailureCause.UNREACHABLE);
            causes.add(FailureCause.TIMED_OUT);
        }
        return causes;
    }
}
