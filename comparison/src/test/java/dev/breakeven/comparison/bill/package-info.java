/** Bills against invoices worked by hand and by AWS. */
@NullMarked
package dev.breakeven.comparison.bill;

import org.jspecify.annotations.NullMarked;
