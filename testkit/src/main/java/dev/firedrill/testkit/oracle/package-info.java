/// Real programs that say what is right: a Prometheus on this machine, and what it is fed with.
@NullMarked
package dev.firedrill.testkit.oracle;

import org.jspecify.annotations.NullMarked;
