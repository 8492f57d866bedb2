import{u as i}from"./chunk-QCHL4POB.js";var t=r=>Array.isArray(r)&&r.every(s=>typeof s=="string"),n=i("brief.picked",[],t);export{n as a};
