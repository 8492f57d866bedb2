import{u as e,v as t,w as m}from"./chunk-6Y5YPOUI.js";var o=t("theme","system",m("system","dark","light"));function a(){e(()=>{document.documentElement.dataset.theme=o.value})}export{o as a,a as b};
