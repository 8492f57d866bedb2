function e(n){return(n??"").toLowerCase().replaceAll("_"," ")}function o(n,r,t=`${r}s`){return`${n.toLocaleString("en-US")} ${n===1?r:t}`}export{e as a,o as b};
