package dev.breakeven.comparison.offer;

import dev.breakeven.comparison.price.Item;
import dev.breakeven.comparison.price.Price;

/** What became of one item when a price list was made anew. */
public sealed interface PriceChange {

    Item item();

    /** There was no price of it before. */
    record Added(Price now) implements PriceChange {

        @Override
        public Item item() {
            return now.item();
        }
    }

    /** It costs something else, or has other tiers. */
    record Changed(Price before, Price now) implements PriceChange {

        @Override
        public Item item() {
            return now.item();
        }
    }

    /** It was read and costs what it did. */
    record Confirmed(Price now) implements PriceChange {

        @Override
        public Item item() {
            return now.item();
        }
    }

    /**
     * It was kept from the list before.
     *
     * @param why it was not read
     */
    record CarriedOver(Price kept, String why) implements PriceChange {

        @Override
        public Item item() {
            return kept.item();
        }
    }
}
