// What a dashboard of ours may consist of, in the types that Grafana publishes: no field that Grafana does not know, no
// option of a panel that this sort of panel does not have.  dashboard.schema.json is made from this file; README.md says how.

import {
  AnnotationQuery,
  Dashboard,
  FieldConfig,
  FieldConfigSource,
  Panel,
  RowPanel,
} from '@grafana/schema/dist/esm/raw/dashboard/x/dashboard_types.gen';
import * as BarGauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import * as Stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import * as StateTimeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import * as TimeSeries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

// A query of the data source Prometheus: @grafana/prometheus, PromQuery.
interface PrometheusQuery {
  refId: string;
  expr: string;
  datasource: { type: 'prometheus'; uid: string };
  editorMode: 'code' | 'builder';
  format?: 'time_series' | 'table' | 'heatmap';
  instant?: boolean;
  interval?: string;
  legendFormat?: string;
  range?: boolean;
}

// The same package's PromAnnotation, which @grafana/schema leaves open.
interface PrometheusAnnotation extends AnnotationQuery {
  expr?: string;
  step?: string;
  tagKeys?: string;
  textFormat?: string;
  titleFormat?: string;
  useValueForTime?: 'on' | false;
}

// Every sort of panel calls its own Options and FieldConfig: here they get names apart.
type BarGaugeOptions = Omit<BarGauge.Options, never>;
type StatOptions = Omit<Stat.Options, never>;
type StateTimelineOptions = Omit<StateTimeline.Options, never>;
type StateTimelineField = Omit<StateTimeline.FieldConfig, never>;
type TimeSeriesOptions = Omit<TimeSeries.Options, never>;
type TimeSeriesField = Omit<TimeSeries.FieldConfig, never>;

interface Field<CUSTOM> extends Omit<FieldConfig, 'custom'> {
  custom?: CUSTOM;
}

interface FieldSource<CUSTOM> extends Omit<FieldConfigSource, 'defaults'> {
  defaults: Field<CUSTOM>;
}

interface Kind<TYPE, OPTIONS, CUSTOM> extends Omit<Panel, 'type' | 'options' | 'fieldConfig' | 'targets'> {
  type: TYPE;
  options: OPTIONS;
  fieldConfig: FieldSource<CUSTOM>;
  targets: PrometheusQuery[];
}

type BarGaugePanel = Kind<'bargauge', BarGaugeOptions, {}>;
type StatPanel = Kind<'stat', StatOptions, {}>;
type StateTimelinePanel = Kind<'state-timeline', StateTimelineOptions, StateTimelineField>;
type TimeSeriesPanel = Kind<'timeseries', TimeSeriesOptions, TimeSeriesField>;

export interface VedetteDashboard extends Omit<Dashboard, 'panels' | 'annotations'> {
  annotations: { list: PrometheusAnnotation[] };
  panels: (BarGaugePanel | StatPanel | StateTimelinePanel | TimeSeriesPanel | RowPanel)[];
}
