import{v as i}from"./chunk-6Y5YPOUI.js";var t=r=>Array.isArray(r)&&r.every(s=>typeof s=="string"),n=i("brief.picked",[],t);export{n as a};
