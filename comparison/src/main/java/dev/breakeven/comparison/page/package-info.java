/** Pages of one file, which need nothing from anywhere: text by templates, charts by Apache ECharts. */
@NullMarked
package dev.breakeven.comparison.page;

import org.jspecify.annotations.NullMarked;
