/// Series and samples in memory and the sources they come from. Times are epoch milliseconds.
@NullMarked
package dev.firedrill.series;

import org.jspecify.annotations.NullMarked;
