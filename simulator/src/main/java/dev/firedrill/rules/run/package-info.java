/// Rules over time: groups, intervals, recording rules that feed others.
@NullMarked
package dev.firedrill.rules.run;

import org.jspecify.annotations.NullMarked;
