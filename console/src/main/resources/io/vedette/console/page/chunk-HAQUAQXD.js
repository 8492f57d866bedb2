import{t as e,u as t,v as m}from"./chunk-QCHL4POB.js";var o=t("theme","system",m("system","dark","light"));function a(){e(()=>{document.documentElement.dataset.theme=o.value})}export{o as a,a as b};
