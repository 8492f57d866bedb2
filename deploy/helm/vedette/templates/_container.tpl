{{/* What the containers of services, Job and test have in common. */}}
{{- define "vedette.container" -}}
image: {{ include "vedette.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext: {{- include "vedette.containerSecurity" . | nindent 2 }}
{{- with .Values.envFrom }}
envFrom: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "vedette.mounts" -}}
- {name: config, mountPath: /etc/vedette, readOnly: true}
- {name: tmp, mountPath: /tmp}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "vedette.volumes" -}}
- name: config
  configMap: {name: {{ include "vedette.fullname" . }}}
# RocksDB unpacks its native library there
- name: tmp
  emptyDir: {sizeLimit: 512Mi}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "vedette.pod" -}}
serviceAccountName: {{ include "vedette.serviceAccount" . }}
automountServiceAccountToken: false
# their variables, such as VEDETTE_ENRICH_PORT, would be taken for configuration
enableServiceLinks: false
securityContext: {{- include "vedette.podSecurity" . | nindent 2 }}
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}
