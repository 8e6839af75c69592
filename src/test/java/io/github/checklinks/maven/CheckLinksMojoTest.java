// SPDX-License-Identifier: Apache-2.0
package io.github.checklinks.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.junit.jupiter.api.Test;

@MojoTest
class CheckLinksMojoTest {

    @Test
    @InjectMojo(goal = "check-links")
    void theGoalRunsAtVerifyInParallelOfflineAndWithoutAProject(CheckLinksMojo mojo) {
        MojoDescriptor goal = mojo.mojoExecution.getMojoDescriptor();

        assertThat(goal.getPhase()).isEqualTo("verify");
        assertThat(goal.isThreadSafe()).isTrue();
        assertThat(goal.isOnlineRequired()).isFalse();
        assertThat(goal.isProjectRequired()).isFalse();
    }

    @Test
    @InjectMojo(goal = "check-links")
    void everyParameterHasAPropertyOfItsName(CheckLinksMojo mojo) {
        MojoDescriptor goal = mojo.mojoExecution.getMojoDescriptor();

        assertThat(goal.getParameters())
                .filteredOn(Parameter::isEditable)
                .hasSizeGreaterThan(40)
                .allSatisfy(parameter -> assertThat(goal.getMojoConfiguration()
                                .getChild(parameter.getName())
                                .getValue())
                        .isEqualTo("${check-links." + parameter.getName() + "}"));
    }

    @Test
    @InjectMojo(goal = "check-links")
    void defaultsAreThoseOfTheContract(CheckLinksMojo mojo) {
        assertThat(mojo.site).isNull();
        assertThat(mojo.ifMissing).isEqualTo("fail");
        assertThat(mojo.siteUrl).isNull();
        assertThat(mojo.indexFiles).containsExactly("index.html", "index.htm");
        assertThat(mojo.cleanUrls).isEqualTo("false");
        assertThat(mojo.checkExternal).isEqualTo("true");
        assertThat(mojo.externalRecord).isNull();
        assertThat(mojo.recordMaxAge).isEqualTo("30d");
        assertThat(mojo.failAfter).isNull();
        assertThat(mojo.checkFragments).isEqualTo("site");
        assertThat(mojo.maxPages).isEqualTo("100000");
        assertThat(mojo.maxDuration).isEqualTo("30m");
        assertThat(mojo.maxBroken).isNull();
        assertThat(mojo.maxWarnings).isEqualTo("-1");
        assertThat(mojo.minPages).isEqualTo("1");
        assertThat(mojo.minLinks).isEqualTo("0");
        assertThat(mojo.failOnStale).isEqualTo("false");
        assertThat(mojo.skip).isEqualTo("false");
        assertThat(mojo.http2).isEqualTo("false");
        assertThat(mojo.formats).containsExactly("json", "html", "junit");
    }

    @Test
    @InjectMojo(goal = "check-links")
    void theNetworksDefaultsAreThoseOfTheContract(CheckLinksMojo mojo) {
        assertThat(mojo.concurrency).isEqualTo("256");
        assertThat(mojo.siteConcurrency).isEqualTo("32");
        assertThat(mojo.hostConcurrency).isEqualTo("6");
        assertThat(mojo.requestInterval).isEqualTo("50ms");
        assertThat(mojo.connectTimeout).isEqualTo("10s");
        assertThat(mojo.responseTimeout).isEqualTo("20s");
        assertThat(mojo.linkTimeout).isEqualTo("60s");
        assertThat(mojo.retries).isEqualTo("2");
        assertThat(mojo.maxRetryAfter).isEqualTo("60s");
        assertThat(mojo.maxRedirects).isEqualTo("10");
        assertThat(mojo.maxBodySize).isEqualTo("32m");
    }
}
