package io.vedette.alerts.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** Counts how many documents have each value of some columns, by the values' numbers; texts are looked at once each. */
final class ValueCounts extends SimpleCollector {

    private final List<String> fields;
    private final List<Column> columns = new ArrayList<>();
    private List<Column> current = List.of();
    private int documents;

    /** A column of one part of the index. */
    private record Column(String field, SortedSetDocValues values, int[] counts) {

        void count(int document) throws IOException {
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }

        void addTo(Map<String, Integer> sums) throws IOException {
            for (int number = 0; number < counts.length; number++) {
                if (counts[number] > 0) {
                    sums.merge(values.lookupOrd(number).utf8ToString(), counts[number], Integer::sum);
                }
            }
        }
    }

    ValueCounts(String... fields) {
        this.fields = List.of(fields);
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        current = new ArrayList<>();
        for (String field : fields) {
            SortedSetDocValues values = DocValues.getSortedSet(context.reader(), field);
            current.add(new Column(field, values, new int[Math.toIntExact(values.getValueCount())]));
        }
        columns.addAll(current);
    }

    @Override
    public void collect(int document) throws IOException {
        documents++;
        for (Column column : current) {
            column.count(document);
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    int documents() {
        return documents;
    }

    /** By value. */
    Map<String, Integer> of(String field) throws IOException {
        Map<String, Integer> sums = new HashMap<>();
        for (Column column : columns) {
            if (column.field().equals(field)) {
                column.addTo(sums);
            }
        }
        return sums;
    }
}
